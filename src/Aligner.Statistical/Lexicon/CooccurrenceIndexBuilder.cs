using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Lexicon;

/// <summary>
/// Builds a <see cref="CooccurrenceIndex"/> row by row: each source word visits the sentences that hold it, and a dense
/// array over target words counts what it meets. Time is linear in the cells; rows are independent, so threads never
/// change the result.
/// </summary>
internal sealed class CooccurrenceIndexBuilder
{
    /// <summary>Bytes that an entry costs EM: its column, an expected count and two probabilities.</summary>
    public const int BytesPerEntry = sizeof(int) + sizeof(double) + (2 * sizeof(float));

    /// <summary>The most entries: arrays parallel to them can still be padded to whole blocks of vectors.</summary>
    private static readonly int MaxEntries = Array.MaxLength - (1 << 13);

    private const int RowsPerTask = 16;

    /// <summary>Pruning never asks for more occurrences than this.</summary>
    private const int MaxMinCount = 1 << 16;

    private readonly ParallelCorpus _corpus;
    private readonly ParallelOptions _parallel;
    private readonly OccurrenceLists _occurrences;
    private readonly int[] _known;
    private readonly int[] _knownStarts;

    private CooccurrenceIndexBuilder(
        ParallelCorpus corpus, IReadOnlyList<WordPairCount> known, ParallelOptions parallel)
    {
        _corpus = corpus;
        _parallel = parallel;
        _occurrences = new OccurrenceLists(corpus);
        _occurrences.Load(0, corpus.Count);
        _known = [.. known.Select(pair => pair.Target)];
        _knownStarts = new int[RowCount + 1];
        foreach (WordPairCount pair in known)
        {
            _knownStarts[pair.Source + 1]++;
        }

        for (int row = 0; row < RowCount; row++)
        {
            _knownStarts[row + 1] += _knownStarts[row];
        }
    }

    private int RowCount => _corpus.SourceVocabulary.Count;

    /// <param name="corpus">The bitext.</param>
    /// <param name="known">Word pairs that have an entry whether they occur or not, by source word.</param>
    /// <param name="maxEntries">Word pairs that occur least often are pruned until no more are left.</param>
    /// <param name="parallel">Degree of parallelism and cancellation.</param>
    public static CooccurrenceIndex Build(
        ParallelCorpus corpus,
        IReadOnlyList<WordPairCount> known,
        long maxEntries,
        ParallelOptions parallel) =>
        new CooccurrenceIndexBuilder(corpus, known, parallel).Build(Math.Min(maxEntries, MaxEntries));

    private CooccurrenceIndex Build(long maxEntries)
    {
        int minCount = 1;
        int[] rowStarts = new int[RowCount + 1];
        ForEachRow((row, counts) => rowStarts[row + 1] = counts.Met.Count);
        if (rowStarts.Sum(length => (long)length) > maxEntries)
        {
            minCount = SmallestCountThatFits(CountEntries(), maxEntries);
            ForEachRow((row, counts) => rowStarts[row + 1] = counts.CountAtLeast(minCount));
        }

        rowStarts[0] = CooccurrenceIndex.Pruned + 1;
        for (int row = 0; row < RowCount; row++)
        {
            rowStarts[row + 1] += rowStarts[row];
        }

        int[] columns = new int[rowStarts[RowCount]];
        ForEachRow((row, counts) => counts.ListAtLeast(minCount, columns.AsSpan(rowStarts[row]..rowStarts[row + 1])));
        return new CooccurrenceIndex(_corpus, rowStarts, columns);
    }

    /// <summary>How many word pairs occur once, twice, …; the last element holds all that occur more often.</summary>
    private long[] CountEntries()
    {
        long[] entriesByCount = new long[MaxMinCount + 1];
        ForEachRow((_, counts) => counts.AddTo(entriesByCount));
        return entriesByCount;
    }

    private static int SmallestCountThatFits(long[] entriesByCount, long maxEntries)
    {
        int minCount = MaxMinCount;
        long entries = entriesByCount[MaxMinCount];
        while (minCount > 1 && entries + entriesByCount[minCount - 1] <= maxEntries)
        {
            minCount--;
            entries += entriesByCount[minCount];
        }

        return minCount;
    }

    /// <summary>
    /// Calls <paramref name="action"/> for each row with the counts of the target words that it meets.
    /// </summary>
    private void ForEachRow(Action<int, RowCounts> action)
    {
        Parallel.For(
            0,
            (RowCount + RowsPerTask - 1) / RowsPerTask,
            _parallel,
            () => new RowCounts(_corpus.TargetVocabulary.Count),
            (task, _, counts) =>
            {
                int end = Math.Min(RowCount, (task + 1) * RowsPerTask);
                for (int row = task * RowsPerTask; row < end; row++)
                {
                    foreach (OccurrenceLists.Occurrence occurrence in _occurrences[row])
                    {
                        counts.Add(_corpus.Target(occurrence.Pair));
                    }

                    counts.Add(_known.AsSpan(_knownStarts[row].._knownStarts[row + 1]));
                    action(row, counts);
                    counts.Clear();
                }

                return counts;
            },
            static _ => { });
    }

    /// <summary>How often one source word meets each target word.</summary>
    private sealed class RowCounts(int targetWords)
    {
        private readonly int[] _counts = new int[targetWords];

        /// <summary>The target words, in the order in which they are met.</summary>
        public List<int> Met { get; } = [];

        public void Add(ReadOnlySpan<int> target)
        {
            foreach (int word in target)
            {
                if (_counts[word]++ == 0)
                {
                    Met.Add(word);
                }
            }
        }

        /// <summary>Adds, safely for threads, the number of target words that are met once, twice, ….</summary>
        public void AddTo(long[] wordsByCount)
        {
            foreach (int word in Met)
            {
                Interlocked.Increment(ref wordsByCount[Math.Min(_counts[word], wordsByCount.Length - 1)]);
            }
        }

        public int CountAtLeast(int minCount) => Met.Count(word => _counts[word] >= minCount);

        public void ListAtLeast(int minCount, Span<int> words)
        {
            int next = 0;
            foreach (int word in Met)
            {
                if (_counts[word] >= minCount)
                {
                    words[next++] = word;
                }
            }
        }

        public void Clear()
        {
            foreach (int word in Met)
            {
                _counts[word] = 0;
            }

            Met.Clear();
        }
    }
}
