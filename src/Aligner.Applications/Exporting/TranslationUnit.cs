using Aligner.Core.Alignments;

namespace Aligner.Applications.Exporting;

/// <summary>
/// Neighboring source words and the neighboring target words that translate them: links join the two and lead nowhere
/// else (a consistent phrase pair, Koehn, Och and Marcu 2003).
/// </summary>
/// <param name="Source">The source words.</param>
/// <param name="Target">The target words.</param>
/// <param name="Probability">The least probability of the links between them.</param>
public sealed record TranslationUnit(WordSpan Source, WordSpan Target, float Probability)
{
    /// <summary>
    /// The units of a pair that cannot be divided: most are two words that are linked with each other alone. Words
    /// whose links lead to words apart from each other belong to none.
    /// </summary>
    public static IReadOnlyList<TranslationUnit> Of(AlignedPair pair)
    {
        LinkIndex links = new(pair);
        List<TranslationUnit> units = [];
        for (int start = 0; start < pair.Words.Source.Count;)
        {
            int end = links.Close(start);
            if (end > start && links.Unit(new WordSpan(start, end)) is { } unit)
            {
                units.Add(unit);
                start = end;
            }
            else
            {
                start++;
            }
        }

        return units;
    }

    /// <summary>The unit of given source words; null where links lead elsewhere, or there are none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The words are not of the pair, or there are none.</exception>
    public static TranslationUnit? Of(AlignedPair pair, WordSpan source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(source.Start, nameof(source));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(source.End, pair.Words.Source.Count, nameof(source));
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Length, 1, nameof(source));
        return new LinkIndex(pair).Unit(source);
    }

    /// <summary>The links by their words.</summary>
    private sealed class LinkIndex(AlignedPair pair)
    {
        private readonly ILookup<int, ScoredLink> _bySource = pair.Links.Links.ToLookup(link => link.Link.Source);
        private readonly ILookup<int, ScoredLink> _byTarget = pair.Links.Links.ToLookup(link => link.Link.Target);

        /// <summary>
        /// The end of the least span from <paramref name="start"/> on whose links are its own; the start itself if
        /// they lead back before it.
        /// </summary>
        public int Close(int start)
        {
            int end = start + 1;
            for (int word = start; word < end; word++)
            {
                foreach (ScoredLink link in _bySource[word])
                {
                    foreach (ScoredLink back in _byTarget[link.Link.Target])
                    {
                        if (back.Link.Source < start)
                        {
                            return start;
                        }

                        end = Math.Max(end, back.Link.Source + 1);
                    }
                }
            }

            return end;
        }

        /// <summary>The unit of source words, null if they are none.</summary>
        public TranslationUnit? Unit(WordSpan source)
        {
            ScoredLink[] links =
                [.. Enumerable.Range(source.Start, source.Length).SelectMany(word => _bySource[word])];
            if (links.Length == 0)
            {
                return null;
            }

            WordSpan target =
                new(links.Min(link => link.Link.Target), links.Max(link => link.Link.Target) + 1);
            return Enumerable.Range(target.Start, target.Length).SelectMany(word => _byTarget[word])
                .All(link => link.Link.Source >= source.Start && link.Link.Source < source.End)
                ? new TranslationUnit(source, target, links.Min(link => link.Probability))
                : null;
        }
    }
}
