using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Decoding;

/// <summary>The working memory of one decoding thread.</summary>
public sealed class DecoderWorkspace
{
    /// <summary>States are source words.</summary>
    public Lattice Forward { get; } = new();

    /// <summary>States are target words.</summary>
    public Lattice Reverse { get; } = new();

    internal List<Link> Links { get; } = [];

    internal List<ScoredLink> ScoredLinks { get; } = [];

    /// <summary>Fills both lattices with lexical probabilities.</summary>
    internal void Emit(DirectionalModels models, EncodedPair pair)
    {
        models.Forward.Lexicon.Emit(pair.Source, pair.Target, Forward);
        models.Reverse.Lexicon.Emit(pair.Target, pair.Source, Reverse);
    }

    /// <summary>Computes the posteriors of both directions.</summary>
    /// <returns>The mean over directions of the log-probability of a token; rounding never lifts it above 0.</returns>
    internal double ComputePosteriors(DirectionalModels models)
    {
        double forward = models.Forward.Posteriors(Forward) / Forward.TargetLength;
        double reverse = models.Reverse.Posteriors(Reverse) / Reverse.TargetLength;
        return Math.Min(0, (forward + reverse) / 2);
    }
}
