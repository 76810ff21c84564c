using Aligner.Core.Alignments;
using Aligner.Core.Formats;

namespace Aligner.Tokenization.Units;

/// <summary>Links of tokens as links of the units that the tokens lie on, and back.</summary>
public static class UnitLinks
{
    /// <summary>
    /// Two units are linked if tokens on them are, with the greatest probability of these links. The probability of a
    /// unit to have no link is the least of those of its tokens.
    /// </summary>
    /// <param name="alignment">Links of tokens.</param>
    /// <param name="source">From source tokens to units; null where they are the units.</param>
    /// <param name="target">The same for the target side.</param>
    public static ScoredAlignment Lift(ScoredAlignment alignment, UnitMap? source, UnitMap? target) =>
        source is null && target is null
            ? alignment
            : alignment with
            {
                Links = Lift(alignment.Links, source, target),
                Nulls = Lift(alignment.Nulls, source, target),
                Judgments = Lift(alignment.Judgments, source, target),
            };

    /// <summary>The same for links of a file. A link is sure if one of those that it comes from is.</summary>
    /// <inheritdoc cref="Lift(ScoredAlignment, UnitMap, UnitMap)" path="/param" />
    public static AnnotatedAlignment Lift(AnnotatedAlignment alignment, UnitMap? source, UnitMap? target) =>
        source is null && target is null
            ? alignment
            : alignment with
            {
                Links =
                [
                    .. Lift(
                        alignment.Links.Select(link => KeyValuePair.Create(link.Link, link)), source, target, Merge)
                        .Select(entry => entry.Value with { Link = entry.Key }),
                ],
                Nulls = Lift(alignment.Nulls, source, target),
                Judgments = Lift(alignment.Judgments, source, target),
            };

    /// <summary>
    /// The links of the tokens on linked units: words with words, and marks of punctuation with such marks, or all with
    /// all where there is no such pair.
    /// </summary>
    /// <param name="links">Links of units.</param>
    /// <param name="pair">The pair.</param>
    public static Alignment Lower(Alignment links, SplitPair pair)
    {
        if (pair.Source.Map is null && pair.Target.Map is null)
        {
            return links;
        }

        UnitMap source = pair.Source.ToTokens();
        UnitMap target = pair.Target.ToTokens();
        return Alignment.Of(links.SelectMany(link =>
        {
            Link[] all = [.. Pairs(source[link.Source], target[link.Target])];
            Link[] alike = [.. all.Where(tokens =>
                IsWord(pair.Source.Tokens[tokens.Source]) == IsWord(pair.Target.Tokens[tokens.Target]))];
            return alike.Length > 0 ? alike : all;
        }));
    }

    private static SortedDictionary<Link, T> Lift<T>(
        IEnumerable<KeyValuePair<Link, T>> links, UnitMap? source, UnitMap? target, Func<T, T, T> merge)
    {
        SortedDictionary<Link, T> lifted = [];
        foreach ((Link link, T value) in links)
        {
            foreach (Link pair in Pairs(Range(source, link.Source), Range(target, link.Target)))
            {
                lifted[pair] = lifted.TryGetValue(pair, out T? other) ? merge(other, value) : value;
            }
        }

        return lifted;
    }

    private static IReadOnlyList<ScoredLink> Lift(IReadOnlyList<ScoredLink> links, UnitMap? source, UnitMap? target) =>
    [
        .. Lift(links.Select(link => KeyValuePair.Create(link.Link, link.Probability)), source, target, Math.Max)
            .Select(entry => new ScoredLink(entry.Key, entry.Value)),
    ];

    private static IReadOnlyList<ExpertJudgment> Lift(
        IReadOnlyList<ExpertJudgment> judgments, UnitMap? source, UnitMap? target) =>
        [.. judgments.Select(judgment => judgment with { Links = Lift(judgment.Links, source, target) })];

    private static NullProbabilities? Lift(NullProbabilities? nulls, UnitMap? source, UnitMap? target) =>
        nulls is null ? null : new NullProbabilities(Lift(nulls.Source, source), Lift(nulls.Target, target));

    private static IReadOnlyList<float> Lift(IReadOnlyList<float> nulls, UnitMap? map)
    {
        if (map is null)
        {
            return nulls;
        }

        float[] units = new float[map.UnitCount];
        Array.Fill(units, 1);
        for (int token = 0; token < map.TokenCount; token++)
        {
            (int first, int end) = map[token];
            foreach (ref float unit in units.AsSpan(first..end))
            {
                unit = Math.Min(unit, nulls[token]);
            }
        }

        return units;
    }

    private static AnnotatedLink Merge(AnnotatedLink first, AnnotatedLink second) => first with
    {
        IsPossible = first.IsPossible && second.IsPossible,
        Probability = first.Probability is null || second.Probability > first.Probability
            ? second.Probability
            : first.Probability,
    };

    private static IEnumerable<Link> Pairs((int First, int End) source, (int First, int End) target)
    {
        for (int i = source.First; i < source.End; i++)
        {
            for (int j = target.First; j < target.End; j++)
            {
                yield return new Link(i, j);
            }
        }
    }

    private static (int First, int End) Range(UnitMap? map, int token) => map?[token] ?? (token, token + 1);

    private static bool IsWord(string token) => token.Any(char.IsLetterOrDigit);
}
