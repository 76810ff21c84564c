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
        double logProbability = workspace.ComputePosteriors(models);
        workspace.ScoredLinks.Clear();
        Lattice forward = workspace.Forward;
        Lattice reverse = workspace.Reverse;
        for (int i = 0; i < forward.SourceLength; i++)
        {
            ReadOnlySpan<float> reverseRow = reverse.Posteriors.Slice(i * reverse.Stride, reverse.SourceLength);
            for (int j = 0; j < reverseRow.Length; j++)
            {
                float probability = merge.Of(forward.Posteriors[(j * forward.Stride) + i], reverseRow[j]);
                if (probability > threshold)
                {
                    workspace.ScoredLinks.Add(new ScoredLink(new Link(i, j), Math.Min(1, probability)));
                }
            }
        }

        return new ScoredAlignment([.. workspace.ScoredLinks], logProbability);
    }
}
