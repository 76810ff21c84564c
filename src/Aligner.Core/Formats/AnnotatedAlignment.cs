using System.Globalization;
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

    /// <summary>
    /// How probable it is that each word has no link; null, the default, where that is not known. JSON Lines has it.
    /// </summary>
    public NullProbabilities? Nulls { get; init; }

    /// <summary>What each expert says of the links; none by default. No format has it.</summary>
    public IReadOnlyList<ExpertJudgment> Judgments { get; init; } = [];

    /// <summary>
    /// Links that the file gives by words, which <see cref="WithTokens"/> turns into <see cref="Links"/>; null, the
    /// default, where it gives none.
    /// </summary>
    public IReadOnlyList<WordLink>? Mentions { get; init; }

    /// <summary>
    /// Links that the file gives by spans of characters, which <see cref="WithCharacters"/> turns into
    /// <see cref="Links"/>; null, the default, where it gives none.
    /// </summary>
    public IReadOnlyList<SpanLink>? Spans { get; init; }

    /// <summary>The alignment without links.</summary>
    public static AnnotatedAlignment Empty { get; } = new([]);

    /// <summary>The alignment with all its links sure and without probabilities.</summary>
    public static AnnotatedAlignment From(Alignment alignment) =>
        new([.. alignment.Select(link => new AnnotatedLink(link))]);

    /// <summary>The alignment with its probabilities and score.</summary>
    public static AnnotatedAlignment From(ScoredAlignment alignment) =>
        new(
            [.. alignment.Links.Select(scored => new AnnotatedLink(scored.Link, Probability: scored.Probability))],
            LogProbability: alignment.LogProbability)
        {
            Nulls = alignment.Nulls,
            Judgments = alignment.Judgments,
        };

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
            Nulls = Nulls?.Swap(),
            Judgments = [.. Judgments.Select(judgment => judgment.Swap())],
            Mentions = Mentions is null ? null : [.. Mentions.Select(mention => mention.Swap())],
            Spans = Spans is null ? null : [.. Spans.Select(span => span.Swap())],
        };

    /// <summary>
    /// The same alignment with each link once, in source-then-target order. A link that is given as sure and as
    /// possible is sure; of several probabilities the largest counts.
    /// </summary>
    public AnnotatedAlignment Ordered()
    {
        for (int next = 1; next < Links.Count; next++)
        {
            if (Links[next - 1].Link >= Links[next].Link)
            {
                return this with
                {
                    Links =
                    [
                        .. Links.GroupBy(annotated => annotated.Link).OrderBy(group => group.Key)
                            .Select(AnnotatedLink.Merge),
                    ],
                };
            }
        }

        return this;
    }

    /// <summary>The alignment with the words of its pair; links given by words become links of their places.</summary>
    /// <exception cref="DataException">
    /// A word of a link is not among the words, or <see cref="Nulls"/> are those of more or fewer.
    /// </exception>
    public AnnotatedAlignment WithTokens(TokenizedPair tokens)
    {
        if (Nulls is { } nulls
            && (nulls.Source.Count != tokens.Source.Count || nulls.Target.Count != tokens.Target.Count))
        {
            throw new DataException(string.Create(
                CultureInfo.InvariantCulture,
                $"nulls of {nulls.Source.Count} and {nulls.Target.Count} words in a pair of {tokens.Source.Count} and "
                + $"{tokens.Target.Count}"));
        }

        return Mentions is null
            ? this with { Tokens = tokens }
            : this with
            {
                Tokens = tokens,
                Mentions = null,
                Links = [.. Links, .. WordLink.Resolve(Mentions, tokens).Select(link => new AnnotatedLink(link))],
            };
    }

    /// <summary>
    /// The alignment in which links given by spans are links of the words that the spans touch; these words' places are
    /// its <see cref="Characters"/> then.
    /// </summary>
    /// <param name="words">Where the words of the pair stand.</param>
    /// <exception cref="DataException">A span touches no word.</exception>
    public AnnotatedAlignment WithCharacters(PairCharacters words) => Spans is null
        ? this
        : this with { Spans = null, Characters = words, Links = [.. Links, .. SpanLink.Resolve(Spans, words)] };

    /// <summary>The alignment with the probabilities of its links, in their order.</summary>
    /// <exception cref="ArgumentException">There are more or fewer than links.</exception>
    public AnnotatedAlignment WithProbabilities(IReadOnlyList<float> probabilities) =>
        probabilities.Count == Links.Count
            ? this with { Links = [.. Links.Zip(probabilities, (link, p) => link with { Probability = p })] }
            : throw new ArgumentException(
                $"{probabilities.Count} probabilities for {Links.Count} links", nameof(probabilities));

    private Alignment Select(bool isPossible) =>
        Alignment.Of(Links.Where(annotated => annotated.IsPossible == isPossible).Select(annotated => annotated.Link));
}
