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

    /// <summary>The entries of word pairs spelled alike, with pseudo-counts of up to 1, by entry.</summary>
    public static IReadOnlyList<(int Entry, float Count)> Find(CooccurrenceIndex index, ParallelOptions parallel)
    {
        ParallelCorpus corpus = index.Corpus;
        string?[] source = RareWords(corpus, corpus.SourceVocabulary);
        string?[] target = RareWords(corpus.Swap(), corpus.TargetVocabulary);
        List<(int, float)>[] tasks = new List<(int, float)>[(index.RowCount + RowsPerTask - 1) / RowsPerTask];
        Parallel.For(0, tasks.Length, parallel, task =>
        {
            List<(int, float)> found = tasks[task] = [];
            int end = Math.Min(index.RowCount, (task + 1) * RowsPerTask);
            for (int row = task * RowsPerTask; row < end; row++)
            {
                AddRow(index, row, source[row], target, found);
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
        CooccurrenceIndex index, int row, string? word, string?[] target, List<(int Entry, float Count)> found)
    {
        if (word is null)
        {
            return;
        }

        for (int entry = index.RowStarts[row]; entry < index.RowStarts[row + 1]; entry++)
        {
            if (target[index.Columns[entry]] is { } other && Count(word, other) is > 0 and float count)
            {
                found.Add((entry, count));
            }
        }
    }

    /// <summary>The source words that are rare, lower-cased; null for the others.</summary>
    private static string?[] RareWords(ParallelCorpus corpus, Vocabulary words)
    {
        int[] occurrences = new int[words.Count];
        for (int pair = 0; pair < corpus.Count; pair++)
        {
            foreach (int word in corpus.Source(pair))
            {
                occurrences[word]++;
            }
        }

        return [.. occurrences.Select(
            (count, word) => count <= MaxOccurrences ? words[word].ToLowerInvariant() : null)];
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
