namespace Aligner.Cli.Hosting;

/// <summary>Guesses what a mistyped word was meant to be.</summary>
internal static class Suggestion
{
    /// <summary>
    /// The end of an error message, <c>; did you mean 'eval'?</c>, with the closest of the known words; empty if more
    /// than a third of <paramref name="word"/> would be wrong.
    /// </summary>
    public static string For(string word, IReadOnlyList<string> known)
    {
        (string Name, int Distance) best = known
            .Select(name => (Name: name, Distance: EditDistance(word, name)))
            .DefaultIfEmpty((Name: string.Empty, Distance: int.MaxValue))
            .MinBy(candidate => candidate.Distance);
        bool isClose = word.Length > 2 && best.Distance <= Math.Max(1, word.Length / 3);
        return isClose ? $"; did you mean '{best.Name}'?" : string.Empty;
    }

    /// <summary>Edits and exchanges of neighbors: the optimal string alignment of Damerau and Levenshtein.</summary>
    private static int EditDistance(string left, string right)
    {
        int[,] cost = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                int substitution = left[i - 1] == right[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(
                    Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + substitution);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[left.Length, right.Length];
    }
}
