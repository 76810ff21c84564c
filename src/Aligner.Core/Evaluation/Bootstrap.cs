using Aligner.Core.Numerics;

namespace Aligner.Core.Evaluation;

/// <summary>Bootstrap resampling of sentences.</summary>
internal static class Bootstrap
{
    /// <summary>
    /// Draws resamples of the corpus, each as many sentences as the corpus has, with replacement. The sentences drawn
    /// are the same for every system, as a paired comparison needs (Koehn 2004).
    /// </summary>
    /// <param name="systems">Counts of each sentence, for each system; all of the same length.</param>
    /// <param name="resamples">How many resamples.</param>
    /// <param name="seed">Any number; the same one gives the same resamples.</param>
    /// <returns>For each system, the summed counts of each resample.</returns>
    public static LinkCounts[][] Resample(IReadOnlyList<LinkCounts[]> systems, int resamples, int seed)
    {
        LinkCounts[][] sums = [.. systems.Select(_ => new LinkCounts[resamples])];
        int[] drawn = new int[systems.Count == 0 ? 0 : systems[0].Length];
        SplitMix64 random = new((ulong)seed);
        for (int resample = 0; resample < resamples; resample++)
        {
            for (int i = 0; i < drawn.Length; i++)
            {
                drawn[i] = random.NextIndex(drawn.Length);
            }

            for (int system = 0; system < sums.Length; system++)
            {
                sums[system][resample] = Sum(systems[system], drawn);
            }
        }

        return sums;
    }

    private static LinkCounts Sum(LinkCounts[] sentences, int[] drawn)
    {
        LinkCounts sum = default;
        foreach (int sentence in drawn)
        {
            sum += sentences[sentence];
        }

        return sum;
    }
}
