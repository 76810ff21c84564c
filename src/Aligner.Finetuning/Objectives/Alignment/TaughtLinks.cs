namespace Aligner.Finetuning.Objectives.Alignment;

/// <summary>Makes distributions of link probabilities.</summary>
internal static class TaughtLinks
{
    /// <summary>
    /// Gives null what the links of a word leave of 1; links that sum to more are scaled down to 1.
    /// </summary>
    /// <param name="links">
    /// The links of all words with an entry for null, which comes last, in the layout below.
    /// </param>
    /// <param name="words">Number of words.</param>
    /// <param name="wordStep">From a word to the next.</param>
    /// <param name="step">From a link of a word to its next.</param>
    /// <param name="count">Entries of a word, null included.</param>
    public static void Complete(Span<float> links, int words, int wordStep, int step, int count)
    {
        for (int word = 0; word < words; word++)
        {
            int start = word * wordStep, end = start + ((count - 1) * step);
            float sum = 0;
            for (int k = start; k < end; k += step)
            {
                sum += links[k];
            }

            for (int k = start; k < end && sum > 1; k += step)
            {
                links[k] /= sum;
            }

            links[end] = Math.Max(0, 1 - sum);
        }
    }
}
