namespace Aligner.Statistical.Lexicon;

/// <summary>Keeps the entries of a training table that matter and sorts them for look-up.</summary>
internal static class LexicalTableBuilder
{
    /// <param name="index">The co-occurrences; rows are source words.</param>
    /// <param name="probabilities">t(f|e) of each entry of the index.</param>
    /// <param name="nullProbabilities">t(f|NULL) of each target word.</param>
    /// <param name="floor">Entries at or below this are dropped: look-up returns it for them anyway.</param>
    /// <param name="totals">Σ_f c(e,f) of each source word.</param>
    public static LexicalTable Build(
        CooccurrenceIndex index,
        ReadOnlySpan<float> probabilities,
        float[] nullProbabilities,
        float floor,
        float[] totals)
    {
        int rows = index.RowCount;
        int[] rowStarts = new int[rows + 1];
        for (int row = 0; row < rows; row++)
        {
            int kept = 0;
            foreach (float probability in probabilities[index.RowStarts[row]..index.RowStarts[row + 1]])
            {
                kept += probability > floor ? 1 : 0;
            }

            rowStarts[row + 1] = rowStarts[row] + kept;
        }

        int[] columns = new int[rowStarts[rows]];
        float[] values = new float[columns.Length];
        for (int row = 0; row < rows; row++)
        {
            int next = rowStarts[row];
            for (int entry = index.RowStarts[row]; entry < index.RowStarts[row + 1]; entry++)
            {
                if (probabilities[entry] > floor)
                {
                    columns[next] = index.Columns[entry];
                    values[next++] = probabilities[entry];
                }
            }

            columns.AsSpan(rowStarts[row]..next).Sort(values.AsSpan(rowStarts[row]..next));
        }

        return new LexicalTable(rowStarts, columns, values, nullProbabilities, floor, totals);
    }

    /// <summary>The table of counted word pairs: t(f|e) = c(e,f) / Σ_f c(e,f).</summary>
    /// <param name="counts">c(e,f), each word pair once.</param>
    /// <param name="rows">The number of source words.</param>
    /// <param name="nullCounts">c(NULL, f) of each target word.</param>
    /// <param name="nullPrior">Pseudo-count of each target word for NULL.</param>
    /// <param name="floor">The least probability, as a share of the uniform distribution.</param>
    public static LexicalTable FromCounts(
        IEnumerable<(int Source, int Target, double Count)> counts,
        int rows,
        int[] nullCounts,
        double nullPrior,
        double floor)
    {
        (int Source, int Target, double Count)[] sorted = [.. counts];
        Array.Sort(sorted, (one, other) => (one.Source, one.Target).CompareTo((other.Source, other.Target)));
        int[] rowStarts = new int[rows + 1];
        double[] totals = new double[rows];
        foreach ((int source, _, double count) in sorted)
        {
            rowStarts[source + 1]++;
            totals[source] += count;
        }

        for (int row = 0; row < rows; row++)
        {
            rowStarts[row + 1] += rowStarts[row];
        }

        double nullTotal = nullCounts.Sum(count => (double)count) + (nullPrior * nullCounts.Length);
        return new LexicalTable(
            rowStarts,
            Array.ConvertAll(sorted, entry => entry.Target),
            Array.ConvertAll(sorted, entry => (float)(entry.Count / totals[entry.Source])),
            Array.ConvertAll(nullCounts, count => (float)((count + nullPrior) / nullTotal)),
            (float)(floor / Math.Max(1, nullCounts.Length)),
            Array.ConvertAll(totals, total => (float)total));
    }

    /// <summary>The table of some word pairs.</summary>
    /// <param name="entries">
    /// t(f|e) of each, the target words of each source word ascending. Enumerated twice, so that only what the table
    /// keeps needs memory.
    /// </param>
    /// <param name="nullProbabilities">t(f|NULL) of each target word.</param>
    /// <param name="floor">t(f|e) of all other word pairs; entries at or below it are dropped.</param>
    /// <param name="totals">Σ_f c(e,f) of each source word.</param>
    public static LexicalTable FromProbabilities(
        IEnumerable<(int Source, int Target, float Probability)> entries,
        float[] nullProbabilities,
        float floor,
        float[] totals)
    {
        int[] rowStarts = new int[totals.Length + 1];
        foreach ((int source, _, float probability) in entries)
        {
            rowStarts[source + 1] += probability > floor ? 1 : 0;
        }

        for (int row = 0; row < totals.Length; row++)
        {
            rowStarts[row + 1] += rowStarts[row];
        }

        int[] next = rowStarts[..^1];
        int[] columns = new int[rowStarts[^1]];
        float[] values = new float[columns.Length];
        foreach ((int source, int target, float probability) in entries)
        {
            if (probability > floor)
            {
                int slot = next[source]++;
                (columns[slot], values[slot]) = (target, probability);
            }
        }

        return new LexicalTable(rowStarts, columns, values, nullProbabilities, floor, totals);
    }
}
