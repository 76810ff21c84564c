using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Lexicon;

/// <summary>
/// Pseudo-counts for rare words that are spelled alike on both sides: names, numbers and cognates, which translate each
/// other more often than chance (Kondrak, Marcu and Knight 2003). Frequent words do not need it.
/// </summary>
internal static class CognatePrior
{
    /// <summary>Words that occur more often are left to the text.</summary>
    private const int MaxOccurrences = 50;

    /// <summary>Shorter words must be the same; longer ones than the second are not compared.</summary>
    private const int MinLength = 4;

    private const int MaxLength = 40;

    /// <summary>1 − edit distance / longer length that a pair needs.</summary>
    private const float MinSimilarity = 0.6f;

    /// <summary>Pseudo-count of a pair that is just similar enough, and what full similarity adds.</summary>
    private const float SimilarCount = 0.125f;

    private const float SimilaritySlope = 1.25f;

    private const int RowsPerTask = 64;

    /// <summary>The pairs spelled alike, with pseudo-counts of up to 1, by source value.</summary>
    /// <param name="pairs">The word pairs by a factor of the words, whose values are compared.</param>
    /// <param name="parallel">Degree of parallelism and cancellation.</param>
    public static IReadOnlyList<WordPairCount> Find(FactoredPairs pairs, ParallelOptions parallel)
    {
        ParallelCorpus corpus = pairs.Index.Corpus;
        string?[] source = RareValues(pairs.Source, pairs.SourceValues, corpus.CountSource());
        string?[] target = RareValues(pairs.Target, pairs.TargetValues, corpus.CountTarget());
        List<WordPairCount>[] tasks = new List<WordPairCount>[(source.Length + RowsPerTask - 1) / RowsPerTask];
        Parallel.For(0, tasks.Length, parallel, task =>
        {
            List<WordPairCount> found = tasks[task] = [];
            HashSet<int> compared = [];
            int end = Math.Min(source.Length, (task + 1) * RowsPerTask);
            for (int row = task * RowsPerTask; row < end; row++)
            {
                if (source[row] is { } word)
                {
                    compared.Clear();
                    AddRow(pairs, row, word, target, compared, found);
                }
            }
        });
        return [.. tasks.SelectMany(found => found)];
    }

    /// <summary>How much alike two spellings are: a pseudo-count from 0 to 1.</summary>
    internal static float Count(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.SequenceEqual(other))
        {
            return 1;
        }

        int shorter = Math.Min(one.Length, other.Length);
        int longer = Math.Max(one.Length, other.Length);
        if (shorter < MinLength || longer > MaxLength || shorter < MinSimilarity * longer)
        {
            return 0;
        }

        float similarity = 1 - ((float)EditDistance(one, other) / longer);
        return similarity < MinSimilarity ? 0 : SimilarCount + (SimilaritySlope * (similarity - MinSimilarity));
    }

    private static void AddRow(
        FactoredPairs pairs,
        int row,
        string word,
        string?[] target,
        HashSet<int> compared,
        List<WordPairCount> found)
    {
        CooccurrenceIndex index = pairs.Index;
        foreach (int sourceWord in pairs.Words(row))
        {
            for (int entry = index.RowStarts[sourceWord]; entry < index.RowStarts[sourceWord + 1]; entry++)
            {
                int value = pairs.TargetValues[index.Columns[entry]];
                if (target[value] is { } other && compared.Add(value) && Count(word, other) is > 0 and float count)
                {
                    found.Add(new WordPairCount(row, value, count));
                }
            }
        }
    }

    /// <summary>The values that are rare, lower-cased; null for the others.</summary>
    private static string?[] RareValues(Vocabulary values, ReadOnlySpan<int> ofWords, WordFrequencies frequencies)
    {
        int[] occurrences = new int[values.Count];
        for (int word = 0; word < ofWords.Length; word++)
        {
            occurrences[ofWords[word]] += frequencies.Counts[word];
        }

        return [.. occurrences.Select(
            (count, value) => count <= MaxOccurrences ? values[value].ToLowerInvariant() : null)];
    }

    /// <summary>The least number of insertions, deletions and substitutions (Levenshtein 1966).</summary>
    private static int EditDistance(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        Span<int> row = stackalloc int[MaxLength + 1];
        for (int j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int substituted = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, substituted);
            }
        }

        return row[other.Length];
    }
}
