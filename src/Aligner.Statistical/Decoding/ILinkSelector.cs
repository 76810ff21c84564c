using Aligner.Core.Alignments;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Decoding;

/// <summary>Chooses the links of one direction.</summary>
internal interface ILinkSelector
{
    /// <summary>Adds the links from the model's source words (lattice columns) to its target words (rows).</summary>
    void Select(IDirectionalModel model, Lattice lattice, List<Link> links);
}

/// <summary>The Viterbi alignment.</summary>
internal sealed class ViterbiSelector : ILinkSelector
{
    public void Select(IDirectionalModel model, Lattice lattice, List<Link> links)
    {
        Span<int> best = lattice.Links;
        model.Viterbi(lattice, best);
        for (int j = 0; j < best.Length; j++)
        {
            if (best[j] >= 0)
            {
                links.Add(new Link(best[j], j));
            }
        }
    }
}

/// <summary>All links whose posterior passes a threshold.</summary>
internal sealed class ThresholdSelector(float threshold) : ILinkSelector
{
    public void Select(IDirectionalModel model, Lattice lattice, List<Link> links)
    {
        model.Posteriors(lattice);
        for (int j = 0; j < lattice.TargetLength; j++)
        {
            ReadOnlySpan<float> row = lattice.Posteriors.Slice(j * lattice.Stride, lattice.SourceLength);
            for (int i = 0; i < row.Length; i++)
            {
                if (row[i] > threshold)
                {
                    links.Add(new Link(i, j));
                }
            }
        }
    }
}
