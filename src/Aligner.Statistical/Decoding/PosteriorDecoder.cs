using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Decoding;

/// <summary>Links every cell whose merged posterior passes a threshold (minimum Bayes risk).</summary>
internal sealed class PosteriorDecoder(PosteriorMerge merge, float threshold) : IPairDecoder
{
    public Alignment Decode(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace) =>
        DecodeWithScores(models, pair, workspace).ToAlignment();

    public ScoredAlignment DecodeWithScores(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace)
    {
        workspace.Emit(models, pair);
        double logProbability = workspace.ComputePosteriors(models, pair);
        workspace.Merge(merge);
        ReadOnlySpan<float> probability = workspace.Merged;
        workspace.ScoredLinks.Clear();
        for (int cell = 0; cell < probability.Length; cell++)
        {
            if (probability[cell] > threshold)
            {
                (int i, int j) = Math.DivRem(cell, pair.Target.Length);
                workspace.ScoredLinks.Add(new ScoredLink(new Link(i, j), Math.Min(1, probability[cell])));
            }
        }

        return new ScoredAlignment([.. workspace.ScoredLinks], logProbability);
    }
}
