using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Objectives;
using Aligner.Finetuning.Parameters;
using Aligner.Finetuning.Sessions;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using static System.Numerics.Tensors.TensorPrimitives;

namespace Aligner.Finetuning.Pruning;

/// <summary>Means and covariances of values of an encoder over the pieces of a text.</summary>
internal sealed class PieceMoments : IDisposable
{
    /// <summary>
    /// A share of the mean square, added to each variance: more than what 32-bit sums lose, so that no combination of
    /// numbers seems to have a negative one.
    /// </summary>
    private const double Rounding = 1e-4;

    private readonly int _padId;
    private readonly string[] _values;
    private readonly ForwardSession _session;
    private readonly double[][] _sums;
    private readonly double[][] _products;
    private long _pieces;

    /// <param name="config">The shape of the encoder.</param>
    /// <param name="parameters">Its weights.</param>
    /// <param name="weights">The same as constants of a graph.</param>
    /// <param name="values">The values of its graph to watch, [batch, length, width], with their widths.</param>
    /// <param name="threads">Threads of the runtime; 0 takes one for each core.</param>
    public PieceMoments(
        EncoderConfig config,
        ParameterSet parameters,
        IReadOnlyDictionary<string, GraphTensor> weights,
        IReadOnlyList<(string Name, int Width)> values,
        int threads)
    {
        _padId = config.PadId;
        _values = [.. values.Select(value => value.Name)];
        _sums = [.. values.Select(value => new double[value.Width])];
        _products = [.. values.Select(value => new double[value.Width * value.Width])];
        OnnxGraph graph = Build(config, weights, values);
        _session = new ForwardSession(
            graph,
            [.. graph.Outputs.Select(output => output.Name)],
            parameters,
            new SessionSettings { Threads = threads });
    }

    /// <summary>Adds the pieces of pairs, both sides.</summary>
    public void Add(TrainingCorpus corpus, ReadOnlySpan<int> pairs, CancellationToken cancellation)
    {
        List<int[]> sentences = [];
        foreach (int pair in pairs)
        {
            TrainingPair item = corpus[pair];
            sentences.Add([.. item.Source.Ids]);
            sentences.Add([.. item.Target.Ids]);
        }

        using ObjectiveBatch batch = new();
        new TextRows(sentences, _padId).AddTo(batch, string.Empty);
        IReadOnlyList<Tensor> moments = _session.Run(batch.Inputs, cancellation);
        for (int value = 0; value < _values.Length; value++)
        {
            using Tensor sums = moments[2 * value], products = moments[(2 * value) + 1];
            Add(_sums[value], sums.Values<float>());
            Add(_products[value], products.Values<float>());
        }

        _pieces += sentences.Sum(sentence => (long)sentence.Length);
    }

    /// <summary>The first value with a number or a square that is not finite; null if there is none.</summary>
    public string? NotFinite => _values.Zip(_products)
        .FirstOrDefault(item => !Array.TrueForAll(item.Second, double.IsFinite)).First;

    /// <summary>The means of a value, [width].</summary>
    public double[] Means(string value) =>
        Array.ConvertAll(_sums[Array.IndexOf(_values, value)], sum => sum / _pieces);

    /// <summary>The covariances of a value, [width, width], which can be asked for once.</summary>
    public double[] TakeCovariance(string value)
    {
        int index = Array.IndexOf(_values, value);
        double[] means = Means(value), covariance = _products[index];
        _products[index] = [];
        double squares = 0;
        for (int i = 0; i < means.Length; i++)
        {
            Span<double> row = covariance.AsSpan(i * means.Length, means.Length);
            Divide(row, _pieces, row);
            squares += row[i];
            MultiplyAdd(means, -means[i], row, row);
        }

        for (int i = 0; i < means.Length; i++)
        {
            covariance[(i * means.Length) + i] += Rounding * squares / means.Length;
        }

        return covariance;
    }

    public void Dispose() => _session.Dispose();

    // For each value the sums [1, width] and the sums of products [width, width], padding left out.
    private static OnnxGraph Build(
        EncoderConfig config,
        IReadOnlyDictionary<string, GraphTensor> weights,
        IReadOnlyList<(string Name, int Width)> values)
    {
        GraphBuilder graph = new();
        graph.Include(EncoderGraph.Build(config, weights));
        string mask = graph.Cast("moments/mask", EncoderGraph.AttentionMask, ElementType.Float);
        string row = graph.Reshape("moments/row", mask, 1, -1), wide = graph.Unsqueeze("moments/wide", mask, 2);
        foreach ((string value, int width) in values)
        {
            string name = value + "/moments";
            string present = graph.Multiply(name + "/present", value, wide);
            string pieces = graph.Reshape(name + "/pieces", present, -1, width);
            graph.Output(graph.MatMul(name + "/sums", row, pieces), ElementType.Float);
            graph.Output(
                graph.FusedMatMul(name + "/products", pieces, pieces, transposeLeft: true), ElementType.Float);
        }

        return graph.Build("moments");
    }

    private static void Add(double[] sums, ReadOnlySpan<float> values)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += values[i];
        }
    }
}
