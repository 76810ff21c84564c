using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner;

/// <summary>A sentence pair with its links: what every use of links begins with.</summary>
/// <param name="Line">1-based number of the pair in its text.</param>
/// <param name="Words">The words that links count.</param>
/// <param name="Links">The links, all of them between words of the pair; those of unknown probability have 1.</param>
/// <param name="Characters">Where the words stand in their lines; null, the default, where that is not known.</param>
public sealed record AlignedPair(
    long Line, TokenizedPair Words, ScoredAlignment Links, PairCharacters? Characters = null)
{
    /// <summary>The same pair in the reverse direction.</summary>
    public AlignedPair Swap() => new(
        Line,
        Words.Swap(),
        Links with
        {
            Links = [.. Links.Links.Select(scored => scored with { Link = scored.Link.Swap() })],
            Nulls = Links.Nulls?.Swap(),
            Judgments = [.. Links.Judgments.Select(judgment => judgment.Swap())],
        },
        Characters?.Swap());
}
