using Aligner.Core.Alignments;
using Aligner.Core.Symmetrization;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Decoding;

/// <summary>Lets each direction choose its links and a heuristic combine them.</summary>
internal sealed class HeuristicDecoder(ISymmetrizer symmetrizer, ILinkSelector selector) : IPairDecoder
{
    public Alignment Decode(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace)
    {
        workspace.Emit(models, pair);
        (Alignment forward, Alignment reverse) = selector.Select(models, pair, workspace);
        return symmetrizer.Combine(forward, reverse, pair.Source.Length, pair.Target.Length);
    }

    /// <summary>As <see cref="Decode"/>; a link's probability is the mean of both directions' posteriors.</summary>
    public ScoredAlignment DecodeWithScores(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace)
    {
        Alignment alignment = Decode(models, pair, workspace);
        double logProbability = workspace.ComputePosteriors(models, pair);
        Lattice forward = workspace.Forward;
        Lattice reverse = workspace.Reverse;
        return new ScoredAlignment([.. alignment.Select(Score)], logProbability);

        ScoredLink Score(Link link)
        {
            float probability = PosteriorMerge.Mean.Of(
                forward.Posteriors[(link.Target * forward.Stride) + link.Source],
                reverse.Posteriors[(link.Source * reverse.Stride) + link.Target]);
            return new ScoredLink(link, Math.Min(1, probability));
        }
    }
}
