namespace Aligner.Applications.Phrases;

/// <summary>Sums over neighbors of a sorted phrase table.</summary>
internal static class PhraseGroups
{
    /// <summary>
    /// Merges entries of the same phrases, which may differ in their links: their counts are added, and the most
    /// frequent links are kept, the first ones of several.
    /// </summary>
    /// <param name="sorted">Entries sorted by source, target and links.</param>
    public static IEnumerable<PhraseTableEntry> Merge(IEnumerable<PhraseTableEntry> sorted)
    {
        PhraseTableEntry? merged = null;
        string links = string.Empty;
        long count = 0, best = 0;
        foreach (PhraseTableEntry entry in sorted)
        {
            bool continues = merged is not null && merged.Source == entry.Source && merged.Target == entry.Target;
            if (!continues && merged is not null)
            {
                yield return merged;
            }

            count = continues && links == entry.Links ? count + entry.Counts.Both : entry.Counts.Both;
            links = entry.Links;
            PhraseTableEntry sum = continues ? Add(merged!, entry) : entry;
            (merged, best) = !continues || count > best ? (sum with { Links = links }, count) : (sum, best);
        }

        if (merged is not null)
        {
            yield return merged;
        }
    }

    /// <summary>Gives each entry the sum of the counts of all entries with the same key.</summary>
    /// <param name="sorted">Entries of the same key are neighbors.</param>
    /// <param name="key">The key.</param>
    /// <param name="set">An entry with the sum.</param>
    public static IEnumerable<PhraseTableEntry> WithTotals(
        IEnumerable<PhraseTableEntry> sorted,
        Func<PhraseTableEntry, string> key,
        Func<PhraseTableEntry, long, PhraseTableEntry> set)
    {
        List<PhraseTableEntry> group = [];
        foreach (PhraseTableEntry entry in sorted)
        {
            if (group.Count > 0 && key(group[0]) != key(entry))
            {
                foreach (PhraseTableEntry complete in Complete())
                {
                    yield return complete;
                }

                group.Clear();
            }

            group.Add(entry);
        }

        foreach (PhraseTableEntry complete in Complete())
        {
            yield return complete;
        }

        IEnumerable<PhraseTableEntry> Complete()
        {
            long total = group.Sum(member => member.Counts.Both);
            return group.Select(member => set(member, total));
        }
    }

    private static PhraseTableEntry Add(PhraseTableEntry left, PhraseTableEntry right) => left with
    {
        Counts = left.Counts with { Both = left.Counts.Both + right.Counts.Both },
        Reordering = new ReorderingCounts(
            left.Reordering.PreviousMonotone + right.Reordering.PreviousMonotone,
            left.Reordering.PreviousSwap + right.Reordering.PreviousSwap,
            left.Reordering.PreviousDiscontinuous + right.Reordering.PreviousDiscontinuous,
            left.Reordering.NextMonotone + right.Reordering.NextMonotone,
            left.Reordering.NextSwap + right.Reordering.NextSwap,
            left.Reordering.NextDiscontinuous + right.Reordering.NextDiscontinuous),
    };
}
