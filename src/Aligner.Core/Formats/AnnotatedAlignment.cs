using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Core.Formats;

/// <summary>The alignment of a pair with all that some format can hold; each keeps what it can.</summary>
/// <param name="Links">The links in the order of the file.</param>
/// <param name="Tokens">The words, or null where they are not known.</param>
/// <param name="LogProbability">Natural logarithm of the score of the pair, or null where it is not known.</param>
public sealed record AnnotatedAlignment(
    IReadOnlyList<AnnotatedLink> Links, TokenizedPair? Tokens = null, double? LogProbability = null)
{
    /// <summary>
    /// Where the words stand in their lines, in code points; null, the default, where that is not known or not asked
    /// for. Formats that can write it do.
    /// </summary>
    public PairCharacters? Characters { get; init; }

    /// <summary>The alignment without links.</summary>
    public static AnnotatedAlignment Empty { get; } = new([]);

    /// <summary>The alignment with all its links sure and without probabilities.</summary>
    public static AnnotatedAlignment From(Alignment alignment) =>
        new([.. alignment.Select(link => new AnnotatedLink(link))]);

    /// <summary>The alignment with its probabilities and score.</summary>
    public static AnnotatedAlignment From(ScoredAlignment alignment) =>
        new(
            [.. alignment.Links.Select(scored => new AnnotatedLink(scored.Link, Probability: scored.Probability))],
            LogProbability: alignment.LogProbability);

    /// <summary>All links, sure and possible alike.</summary>
    public Alignment ToAlignment() => Alignment.Of(Links.Select(annotated => annotated.Link));

    /// <summary>The links as sure and possible ones.</summary>
    public GoldAlignment ToGold() => new(Select(isPossible: false), Select(isPossible: true));

    /// <summary>The same alignment seen from the target side.</summary>
    public AnnotatedAlignment Swap() =>
        this with
        {
            Links = [.. Links.Select(annotated => annotated with { Link = annotated.Link.Swap() })],
            Tokens = Tokens?.Swap(),
            Characters = Characters?.Swap(),
        };

    private Alignment Select(bool isPossible) =>
        Alignment.Of(Links.Where(annotated => annotated.IsPossible == isPossible).Select(annotated => annotated.Link));
}
