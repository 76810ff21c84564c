using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.Posterior;

/// <summary>
/// The steps grow-diag and final-and of Koehn et al. (2005), section 3, on probabilities: probable links draw in less
/// probable ones adjacent to them.
/// </summary>
internal static class GrowthKernel
{
    /// <summary>Marks links.</summary>
    /// <param name="probability">[source words, target words], row by row.</param>
    /// <param name="columns">Number of target words.</param>
    /// <param name="sure">Links that are more probable than this are taken.</param>
    /// <param name="possible">
    /// Links more probable than this are taken if they are adjacent to a link, diagonally too, and one of their words
    /// has no link yet; then those whose words both have none. The most probable ones come first.
    /// </param>
    /// <param name="links">Gets whether each is a link; the same shape.</param>
    public static void Grow(
        ReadOnlySpan<float> probability, int columns, double sure, double possible, Span<bool> links)
    {
        int rows = probability.Length / columns;
        using Pooled<bool> linkedSources = new(rows), linkedTargets = new(columns);
        linkedSources.Span.Clear();
        linkedTargets.Span.Clear();
        using Pooled<(float Improbability, int Place)> scratch = new(probability.Length);
        int count = 0;
        for (int place = 0; place < probability.Length; place++)
        {
            links[place] = probability[place] > sure;
            if (links[place])
            {
                linkedSources.Span[place / columns] = linkedTargets.Span[place % columns] = true;
            }
            else if (probability[place] > possible)
            {
                scratch.Span[count++] = (-probability[place], place);
            }
        }

        Span<(float Improbability, int Place)> candidates = scratch.Span[..count];
        candidates.Sort();
        bool grew;
        do
        {
            grew = false;
            foreach ((_, int place) in candidates)
            {
                (int source, int target) = Math.DivRem(place, columns);
                if (!links[place]
                    && !(linkedSources.Span[source] && linkedTargets.Span[target])
                    && TouchesLink(links, rows, columns, source, target))
                {
                    links[place] = linkedSources.Span[source] = linkedTargets.Span[target] = grew = true;
                }
            }
        }
        while (grew);

        foreach ((_, int place) in candidates)
        {
            (int source, int target) = Math.DivRem(place, columns);
            if (!linkedSources.Span[source] && !linkedTargets.Span[target])
            {
                links[place] = linkedSources.Span[source] = linkedTargets.Span[target] = true;
            }
        }
    }

    private static bool TouchesLink(ReadOnlySpan<bool> links, int rows, int columns, int source, int target)
    {
        int first = Math.Max(0, target - 1), last = Math.Min(columns - 1, target + 1);
        for (int row = Math.Max(0, source - 1); row <= Math.Min(rows - 1, source + 1); row++)
        {
            if (links.Slice((row * columns) + first, last - first + 1).Contains(true))
            {
                return true;
            }
        }

        return false;
    }
}
