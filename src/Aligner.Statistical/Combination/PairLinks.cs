using Aligner.Core.Alignments;

namespace Aligner.Statistical.Combination;

/// <summary>The stems of a pair and how probable its possible links are.</summary>
internal sealed record PairLinks(StemmedPair Stems, IReadOnlyList<ScoredLink> Links)
{
    /// <summary>Puts links and their probabilities together.</summary>
    public static PairLinks Of(StemmedPair stems, IReadOnlyList<Link> links, ReadOnlySpan<float> probabilities)
    {
        ScoredLink[] scored = new ScoredLink[links.Count];
        for (int k = 0; k < scored.Length; k++)
        {
            scored[k] = new ScoredLink(links[k], probabilities[k]);
        }

        return new PairLinks(stems, scored);
    }
}
