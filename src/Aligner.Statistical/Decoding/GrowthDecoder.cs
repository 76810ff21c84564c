using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Decoding;

/// <summary>
/// Adds to the links of another decoder those that are less probable, but stand beside a probable one: words of a
/// phrase that is linked as a whole share the posterior that a word alone would have.
/// </summary>
internal sealed class GrowthDecoder(IPairDecoder inner, float threshold, float growThreshold) : IPairDecoder
{
    public Alignment Decode(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace) =>
        DecodeWithScores(models, pair, workspace).ToAlignment();

    public ScoredAlignment DecodeWithScores(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace)
    {
        ScoredAlignment alignment = inner.DecodeWithScores(models, pair, workspace);
        ReadOnlySpan<float> probability = workspace.Merged;
        int columns = pair.Target.Length;
        List<ScoredLink> grown = workspace.ScoredLinks;
        grown.Clear();
        for (int cell = 0; cell < probability.Length; cell++)
        {
            if (GrowthKernel.IsDrawnIn(probability, columns, cell, threshold, growThreshold))
            {
                (int i, int j) = Math.DivRem(cell, columns);
                grown.Add(new ScoredLink(new Link(i, j), probability[cell]));
            }
        }

        return grown.Count == 0 ? alignment : alignment with
        {
            Links = [.. alignment.Links.UnionBy(grown, scored => scored.Link).OrderBy(scored => scored.Link)],
        };
    }
}
