namespace Aligner.Applications.Projection;

/// <summary>Runs of neighbors among words.</summary>
internal static class WordRuns
{
    /// <summary>The runs in order, as half-open ranges.</summary>
    /// <param name="words">Indices of words, in any order.</param>
    /// <param name="gap">Runs with at most this many words between them are one run.</param>
    public static IEnumerable<(int Start, int End)> Of(IEnumerable<int> words, int gap)
    {
        (int Start, int End)? run = null;
        foreach (int word in words.Distinct().Order())
        {
            if (run is { } ended && word - ended.End > gap)
            {
                yield return ended;
                run = null;
            }

            run = (run?.Start ?? word, word + 1);
        }

        if (run is { } last)
        {
            yield return last;
        }
    }
}
