using System.Numerics.Tensors;
using Aligner.Core.Alignments;
using Aligner.Statistical.Combination;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Decoding;

/// <summary>The working memory of one decoding thread.</summary>
public sealed class DecoderWorkspace
{
    /// <summary>What samplers drew counts for half of a posterior, where they did.</summary>
    internal const float SampledShare = 0.5f;

    private float[] _merged = [];
    private int _cells;

    /// <summary>States are source words.</summary>
    public Lattice Forward { get; } = new();

    /// <summary>States are target words.</summary>
    public Lattice Reverse { get; } = new();

    internal List<Link> Links { get; } = [];

    internal List<ScoredLink> ScoredLinks { get; } = [];

    internal PairEvidence Evidence { get; } = new();

    internal LinkFeatures Features { get; } = new();

    internal LinkScores Scores { get; } = new();

    /// <summary>Fills both lattices with lexical probabilities.</summary>
    internal void Emit(DirectionalModels models, EncodedPair pair)
    {
        models.Forward.Lexicon.Emit(pair.Source, pair.Target, Forward);
        models.Reverse.Lexicon.Emit(pair.Target, pair.Source, Reverse);
    }

    /// <summary>What <see cref="Merge"/> gave, a row for each source word.</summary>
    internal ReadOnlySpan<float> Merged => _merged.AsSpan(0, _cells);

    /// <summary>Computes the posteriors of both directions: the model's, averaged with what was sampled.</summary>
    /// <returns>The mean over directions of the log-probability of a token; rounding never lifts it above 0.</returns>
    internal double ComputePosteriors(DirectionalModels models, EncodedPair pair)
    {
        double forward = models.Forward.Posteriors(Forward) / Forward.TargetLength;
        double reverse = models.Reverse.Posteriors(Reverse) / Reverse.TargetLength;
        if (pair.Sampled is { } sampled)
        {
            MixIn(sampled.Span);
        }

        return Math.Min(0, (forward + reverse) / 2);
    }

    /// <summary>Merges the posteriors of both directions.</summary>
    internal void Merge(PosteriorMerge merge)
    {
        int columns = Forward.TargetLength;
        _cells = Forward.SourceLength * columns;
        if (_merged.Length < _cells)
        {
            _merged = new float[Math.Max(_cells, 2 * _merged.Length)];
        }

        for (int i = 0; i < Forward.SourceLength; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                _merged[(i * columns) + j] = merge.Of(
                    Forward.Posteriors[(j * Forward.Stride) + i], Reverse.Posteriors[(i * Reverse.Stride) + j]);
            }
        }
    }

    private void MixIn(ReadOnlySpan<SampledLink> sampled)
    {
        TensorPrimitives.Multiply(Forward.Posteriors, 1 - SampledShare, Forward.Posteriors);
        TensorPrimitives.Multiply(Reverse.Posteriors, 1 - SampledShare, Reverse.Posteriors);
        foreach (SampledLink link in sampled)
        {
            Forward.Posteriors[(link.Target * Forward.Stride) + link.Source] += SampledShare * (float)link.Forward;
            Reverse.Posteriors[(link.Source * Reverse.Stride) + link.Target] += SampledShare * (float)link.Reverse;
        }
    }
}
