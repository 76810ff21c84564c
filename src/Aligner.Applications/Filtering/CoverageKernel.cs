namespace Aligner.Applications.Filtering;

/// <summary>How much of a sentence has a counterpart.</summary>
internal static class CoverageKernel
{
    /// <summary>
    /// The mean probability of the best link of a word, each word weighted by its letters; 1 where there are none.
    /// </summary>
    /// <param name="weights">The letters of each word.</param>
    /// <param name="best">The probability of the best link of each word, 0 for none.</param>
    /// <param name="start">Where the part of the sentence begins, as a share of its letters.</param>
    /// <param name="end">Where it ends.</param>
    public static double Cover(ReadOnlySpan<int> weights, ReadOnlySpan<float> best, double start = 0, double end = 1)
    {
        double total = 0;
        foreach (int weight in weights)
        {
            total += weight;
        }

        double covered = 0, letters = 0, position = 0;
        for (int word = 0; word < weights.Length; word++)
        {
            double overlap =
                Math.Min(total * end, position + weights[word]) - Math.Max(total * start, position);
            if (overlap > 0)
            {
                letters += overlap;
                covered += overlap * best[word];
            }

            position += weights[word];
        }

        return letters > 0 ? covered / letters : 1;
    }

    /// <summary>
    /// How much of a sentence lies in the part of it that is linked worst: the most that neighboring words lack to one
    /// half, from 0 to 0.5 of all letters. A sentence with an end that is not translated has a large one.
    /// </summary>
    /// <param name="weights">The letters of each word.</param>
    /// <param name="best">The probability of the best link of each word, 0 for none.</param>
    public static double WorstGap(ReadOnlySpan<int> weights, ReadOnlySpan<float> best)
    {
        double total = 0, gap = 0, worst = 0;
        for (int word = 0; word < weights.Length; word++)
        {
            gap = Math.Max(0, gap + (weights[word] * (0.5 - best[word])));
            worst = Math.Max(worst, gap);
            total += weights[word];
        }

        return total > 0 ? worst / total : 0;
    }
}
