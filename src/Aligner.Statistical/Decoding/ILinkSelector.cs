using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Decoding;

/// <summary>Chooses the links of each direction.</summary>
internal interface ILinkSelector
{
    /// <summary>The links of both directions, from source words to target words.</summary>
    /// <param name="models">The models of both directions.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="workspace">Has the emissions of the pair.</param>
    (Alignment Forward, Alignment Reverse) Select(
        DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace);
}

/// <summary>The Viterbi alignment.</summary>
internal sealed class ViterbiSelector : ILinkSelector
{
    public (Alignment Forward, Alignment Reverse) Select(
        DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace)
    {
        Alignment forward = Select(models.Forward, workspace.Forward, workspace.Links);
        return (forward, Select(models.Reverse, workspace.Reverse, workspace.Links).Swap());
    }

    private static Alignment Select(IDirectionalModel model, Lattice lattice, List<Link> links)
    {
        links.Clear();
        Span<int> best = lattice.Links;
        model.Viterbi(lattice, best);
        for (int j = 0; j < best.Length; j++)
        {
            if (best[j] >= 0)
            {
                links.Add(new Link(best[j], j));
            }
        }

        return Alignment.Of(links);
    }
}

/// <summary>All links whose posterior passes a threshold.</summary>
internal sealed class ThresholdSelector(float threshold) : ILinkSelector
{
    public (Alignment Forward, Alignment Reverse) Select(
        DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace)
    {
        workspace.ComputePosteriors(models, pair);
        Alignment forward = Select(workspace.Forward, workspace.Links);
        return (forward, Select(workspace.Reverse, workspace.Links).Swap());
    }

    private Alignment Select(Lattice lattice, List<Link> links)
    {
        links.Clear();
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

        return Alignment.Of(links);
    }
}
