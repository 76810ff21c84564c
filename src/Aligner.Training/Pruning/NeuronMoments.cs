using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Training.Corpora;
using Aligner.Training.Objectives;
using Aligner.Training.Parameters;
using Aligner.Training.Sessions;
using static System.Numerics.Tensors.TensorPrimitives;

namespace Aligner.Training.Pruning;

/// <summary>Means and covariances of what the neurons of each feed-forward block give for a text.</summary>
internal sealed class NeuronMoments : IDisposable
{
    /// <summary>
    /// A share of the mean square, added to each variance: more than what 32-bit sums lose, so that no combination of
    /// neurons seems to have a negative one.
    /// </summary>
    private const double Rounding = 1e-4;

    private readonly EncoderConfig _config;
    private readonly ForwardSession _session;
    private readonly double[][] _sums;
    private readonly double[][] _products;
    private long _pieces;

    /// <param name="config">The shape of the encoder.</param>
    /// <param name="parameters">Its weights.</param>
    /// <param name="weights">The same as constants of a graph.</param>
    /// <param name="threads">Threads of the runtime; 0 takes one for each core.</param>
    public NeuronMoments(
        EncoderConfig config,
        ParameterSet parameters,
        IReadOnlyDictionary<string, GraphTensor> weights,
        int threads)
    {
        int neurons = config.IntermediateSize;
        _config = config;
        _sums = [.. Enumerable.Range(0, config.Layers).Select(_ => new double[neurons])];
        _products = [.. Enumerable.Range(0, config.Layers).Select(_ => new double[neurons * neurons])];
        OnnxGraph graph = Build(config, weights);
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
        new TextRows(sentences, _config.PadId).AddTo(batch, string.Empty);
        IReadOnlyList<Tensor> moments = _session.Run(batch.Inputs, cancellation);
        for (int layer = 0; layer < _config.Layers; layer++)
        {
            using Tensor sums = moments[2 * layer], products = moments[(2 * layer) + 1];
            Add(_sums[layer], sums.Values<float>());
            Add(_products[layer], products.Values<float>());
        }

        _pieces += sentences.Sum(sentence => (long)sentence.Length);
    }

    /// <summary>Whether what the neurons of a layer give, and its squares, are finite numbers.</summary>
    public bool AreFinite(int layer) => Array.TrueForAll(_products[layer], double.IsFinite);

    /// <summary>The mean of each neuron of a layer.</summary>
    public double[] Means(int layer) => Array.ConvertAll(_sums[layer], sum => sum / _pieces);

    /// <summary>The covariances of the neurons of a layer, [neurons, neurons], which can be asked for once.</summary>
    public double[] TakeCovariance(int layer)
    {
        double[] means = Means(layer), covariance = _products[layer];
        _products[layer] = [];
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

    // For each layer the sums [1, neurons] and the sums of products [neurons, neurons], padding left out.
    private static OnnxGraph Build(EncoderConfig config, IReadOnlyDictionary<string, GraphTensor> weights)
    {
        GraphBuilder graph = new();
        graph.Include(EncoderGraph.Build(config, weights));
        string mask = graph.Cast("moments/mask", EncoderGraph.AttentionMask, ElementType.Float);
        string row = graph.Reshape("moments/row", mask, 1, -1), wide = graph.Unsqueeze("moments/wide", mask, 2);
        for (int layer = 0; layer < config.Layers; layer++)
        {
            string name = EncoderGraph.Activation(layer) + "/moments";
            string present = graph.Multiply(name + "/present", EncoderGraph.Activation(layer), wide);
            string pieces = graph.Reshape(name + "/pieces", present, -1, config.IntermediateSize);
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
