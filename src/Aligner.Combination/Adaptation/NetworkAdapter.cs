using System.Numerics.Tensors;
using Aligner.Combination.Evidence;
using Aligner.Combination.Networks;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Adaptation;

/// <summary>
/// Moves a network towards the guideline of some gold links, no farther than they demand: the maximum a posteriori
/// estimate under a Gaussian prior around the network as it is (Chelba and Acero 2004, "Adaptation of maximum entropy
/// capitalizer: little data can help a lot", section 3). Hidden units stay; the weights of features, the output and the
/// bias move, and frequent words get a bias of their own.
/// </summary>
/// <remarks>
/// Each link is a vector z = (x / σ, tanh(W x + h), 1, its words), with σ the deviation of each feature over the links.
/// An adaptation is a vector v; the log-odds of a link become b + d·x + o·tanh(W x + h) + v·z.
/// </remarks>
public sealed class NetworkAdapter
{
    private const float LeastDeviation = 1e-3f;

    private readonly LinkNetwork _network;
    private readonly float[] _deviations;
    private readonly int _dense;
    private readonly FrequentWords _source;
    private readonly FrequentWords _target;
    private readonly Example[][] _pairs;
    private readonly double _wordStrength;

    /// <param name="network">The network to start from; valid, and without words of its own.</param>
    /// <param name="pairs">Labeled pairs, with features that it was fitted to.</param>
    /// <param name="options">The threshold of the network, and the strength of words.</param>
    public NetworkAdapter(LinkNetwork network, IReadOnlyList<LabeledPair> pairs, AdaptationOptions options)
    {
        options.Validate();
        _network = network;
        _wordStrength = options.WordStrength;
        _dense = network.Features.Count + network.Units + 1;
        _source = new FrequentWords(pairs.Select(pair => pair.Possible.SourceWords), _dense);
        _target = new FrequentWords(pairs.Select(pair => pair.Possible.TargetWords), _dense + _source.Count);

        // The network's own log-odds are shifted by its threshold; labels are not.
        double shift = Math.Log(options.Threshold / (1 - options.Threshold));
        _pairs = [.. pairs.Select(pair => Read(pair, shift))];
        _deviations = Deviations(network.Features.Count);
        foreach (Example example in _pairs.SelectMany(pair => pair))
        {
            Span<float> features = example.Dense.AsSpan(0, _deviations.Length);
            TensorPrimitives.Divide(features, _deviations, features);
        }
    }

    private int Width => _dense + _source.Count + _target.Count;

    /// <summary>Adapts to some of the pairs.</summary>
    /// <param name="pairs">Indices of the pairs.</param>
    /// <param name="strengths">Strengths of the prior, λ; each fit starts from that of the strength before.</param>
    /// <param name="cancellation">Looked at between steps.</param>
    /// <returns>v for each strength.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public double[][] Fit(
        IReadOnlyCollection<int> pairs, IReadOnlyList<double> strengths, CancellationToken cancellation)
    {
        Example[] examples = [.. pairs.SelectMany(pair => _pairs[pair])];
        double[] adaptation = new double[Width];
        double[][] adaptations = new double[strengths.Count][];
        for (int k = 0; k < adaptations.Length; k++)
        {
            double[] penalties = new double[Width];
            penalties.AsSpan(0, _dense).Fill(strengths[k]);
            penalties.AsSpan(_dense).Fill(strengths[k] * _wordStrength);
            adaptation = RidgeLogistic.Fit(examples, adaptation, penalties, cancellation);
            adaptations[k] = adaptation;
        }

        return adaptations;
    }

    /// <summary>The log-loss of some pairs with an adaptation, summed over their links.</summary>
    /// <param name="pairs">Indices of the pairs.</param>
    /// <param name="adaptation">v.</param>
    public double LogLoss(IEnumerable<int> pairs, double[] adaptation) =>
        RidgeLogistic.LogLoss(pairs.SelectMany(pair => _pairs[pair]), adaptation);

    /// <summary>The network with an adaptation.</summary>
    /// <param name="adaptation">v.</param>
    public LinkNetwork Apply(double[] adaptation) => _network with
    {
        Direct = [.. _network.Direct.Select((d, k) => (float)(d + (adaptation[k] / _deviations[k])))],
        Output = [.. _network.Output.Select((o, k) => (float)(o + adaptation[_deviations.Length + k]))],
        Bias = (float)(_network.Bias + adaptation[_dense - 1]),
        SourceWords = _source.Read(adaptation),
        TargetWords = _target.Read(adaptation),
    };

    private Example[] Read(LabeledPair pair, double shift)
    {
        LinkTable? below = LinkScorer.Below(_network.Base, pair.Possible);
        int features = _network.Features.Count;
        Example[] examples = new Example[pair.Targets.Length];
        for (int k = 0; k < examples.Length; k++)
        {
            float[] dense = new float[_dense];
            Span<float> seen = dense.AsSpan(0, features), hidden = dense.AsSpan(features, _network.Units);
            pair.Possible.Fill(k, below, seen);
            double logOdds = _network.LogOdds(seen, hidden) + shift;
            dense[^1] = 1;
            Link link = pair.Possible.Links[k];
            examples[k] = new Example(
                dense,
                _source.Place(pair.Possible.SourceWords[link.Source]),
                _target.Place(pair.Possible.TargetWords[link.Target]),
                logOdds,
                pair.Targets[k],
                pair.Weight);
        }

        return examples;
    }

    private float[] Deviations(int features)
    {
        double[] sums = new double[features], squares = new double[features];
        int count = 0;
        foreach (Example example in _pairs.SelectMany(pair => pair))
        {
            count++;
            for (int k = 0; k < features; k++)
            {
                sums[k] += example.Dense[k];
                squares[k] += (double)example.Dense[k] * example.Dense[k];
            }
        }

        return [.. sums.Zip(squares, (sum, square) => LeastDeviation + (count == 0
            ? 0
            : (float)Math.Sqrt(Math.Max(0, (square / count) - (sum / count * (sum / count))))))];
    }
}
