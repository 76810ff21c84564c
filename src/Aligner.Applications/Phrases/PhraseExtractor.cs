using Aligner.Core.Alignments;

namespace Aligner.Applications.Phrases;

/// <summary>
/// Finds the phrase pairs that are consistent with links: at least one link inside, and no word inside is linked to a
/// word outside (Koehn, Och and Marcu 2003; Koehn 2010, figure 5.5).
/// </summary>
public static class PhraseExtractor
{
    /// <summary>Words on a side that are usual: 7.</summary>
    public const int DefaultMaxLength = 7;

    /// <summary>Appends all consistent phrase pairs, those with unlinked words at their edges too.</summary>
    /// <param name="links">The links.</param>
    /// <param name="sourceLength">The number of source words.</param>
    /// <param name="targetLength">The number of target words.</param>
    /// <param name="maxLength">Most words of a phrase, at least 1.</param>
    /// <param name="phrases">Receives the pairs by target start, target end, source start downward, source end.</param>
    public static void Extract(
        IReadOnlyList<ScoredLink> links, int sourceLength, int targetLength, int maxLength, List<PhrasePair> phrases)
    {
        LinkedRanges sources = LinkedRanges.OfSource(links, sourceLength);
        foreach (PhrasePair tight in Closed(links, sources, targetLength, maxLength))
        {
            for (int start = tight.SourceStart;
                start >= Math.Max(0, tight.SourceEnd - maxLength)
                    && (start == tight.SourceStart || !sources.IsLinked(start));
                start--)
            {
                for (int end = tight.SourceEnd;
                    end <= Math.Min(sourceLength, start + maxLength)
                        && (end == tight.SourceEnd || !sources.IsLinked(end - 1));
                    end++)
                {
                    phrases.Add(tight with { SourceStart = start, SourceEnd = end });
                }
            }
        }
    }

    /// <summary>Appends the consistent phrase pairs whose first and last words are linked.</summary>
    /// <inheritdoc cref="Extract" path="/param" />
    public static void ExtractTight(
        IReadOnlyList<ScoredLink> links, int sourceLength, int targetLength, int maxLength, List<PhrasePair> phrases)
    {
        LinkedRanges sources = LinkedRanges.OfSource(links, sourceLength);
        LinkedRanges targets = LinkedRanges.OfTarget(links, targetLength);
        phrases.AddRange(Closed(links, sources, targetLength, maxLength)
            .Where(pair => targets.IsLinked(pair.TargetStart) && targets.IsLinked(pair.TargetEnd - 1)));
    }

    /// <summary>Every target phrase with the shortest source phrase that is consistent with it.</summary>
    private static IEnumerable<PhrasePair> Closed(
        IReadOnlyList<ScoredLink> links, LinkedRanges sources, int targetLength, int maxLength)
    {
        LinkedRanges targets = LinkedRanges.OfTarget(links, targetLength);
        for (int start = 0; start < targetLength; start++)
        {
            (int first, int last) = (int.MaxValue, -1);
            for (int end = start + 1; end <= targetLength && end - start <= maxLength; end++)
            {
                first = Math.Min(first, targets.First(end - 1));
                last = Math.Max(last, targets.Last(end - 1));
                if (last - first >= maxLength)
                {
                    break;
                }

                if (last >= 0 && StaysInside(sources, first, last, start, end))
                {
                    yield return new PhrasePair(first, last + 1, start, end);
                }
            }
        }
    }

    private static bool StaysInside(LinkedRanges sources, int first, int last, int start, int end)
    {
        for (int source = first; source <= last; source++)
        {
            if (sources.IsLinked(source) && (sources.First(source) < start || sources.Last(source) >= end))
            {
                return false;
            }
        }

        return true;
    }
}
