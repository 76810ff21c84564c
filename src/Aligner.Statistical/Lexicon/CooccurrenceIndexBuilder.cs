using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Lexicon;

/// <summary>
/// Builds a <see cref="CooccurrenceIndex"/> row by row: each source word visits the sentences that hold it, and a dense
/// array over target words remembers what it has met. Time is linear in the cells; rows are independent, so threads
/// never change the result.
/// </summary>
internal sealed class CooccurrenceIndexBuilder
{
    private const int RowsPerTask = 64;

    /// <summary>Pruning never asks for more occurrences than this.</summary>
    private const int MaxMinCount = 256;

    /// <summary>Bytes that an entry costs a trainer: its column, an expected count and two probabilities.</summary>
    private const int BytesPerEntry = sizeof(int) + sizeof(double) + (2 * sizeof(float));

    private readonly ParallelCorpus _corpus;
    private readonly ParallelOptions _parallel;
    private readonly int[] _occurrenceStarts;
    private readonly int[] _occurrences;
    private readonly int[] _sentenceOfToken;
    private readonly int[] _firstTokens;

    private CooccurrenceIndexBuilder(ParallelCorpus corpus, ParallelOptions parallel)
    {
        _corpus = corpus;
        _parallel = parallel;
        _occurrenceStarts = new int[corpus.SourceVocabulary.Count + 1];
        _occurrences = new int[corpus.SourceTokenCount];
        _sentenceOfToken = new int[corpus.SourceTokenCount];
        _firstTokens = new int[corpus.Count];
        ListOccurrences();
    }

    private int RowCount => _corpus.SourceVocabulary.Count;

    /// <param name="corpus">The bitext.</param>
    /// <param name="maxBytes">
    /// Bound for index and lexical tables together; word pairs that occur least often are pruned until it holds.
    /// </param>
    /// <param name="parallel">Degree of parallelism and cancellation.</param>
    public static CooccurrenceIndex Build(ParallelCorpus corpus, long maxBytes, ParallelOptions parallel) =>
        new CooccurrenceIndexBuilder(corpus, parallel).Build(maxBytes);

    private CooccurrenceIndex Build(long maxBytes)
    {
        (int[] cellStarts, int[][] blocks) = AllocateCells();
        long cellBytes = blocks.Sum(block => (long)block.Length) * sizeof(int);
        long maxEntries = Math.Min((maxBytes - cellBytes) / BytesPerEntry, Array.MaxLength - 1);

        long[] entriesByCount = CountEntries();
        int minCount = SmallestCountThatFits(entriesByCount, maxEntries);
        int[] rowStarts = new int[RowCount + 1];
        ForEachRow((row, scratch) => rowStarts[row + 1] = scratch.CountAtLeast(minCount));
        rowStarts[0] = CooccurrenceIndex.Pruned + 1;
        for (int row = 0; row < RowCount; row++)
        {
            rowStarts[row + 1] += rowStarts[row];
        }

        int[] columns = new int[rowStarts[RowCount]];
        CooccurrenceIndex index = new(_corpus, rowStarts, columns, cellStarts, blocks);
        ForEachRow((row, scratch) =>
        {
            scratch.NumberEntries(minCount, rowStarts[row], columns);
            FillCells(index, row, scratch);
        });
        return index;
    }

    private void ListOccurrences()
    {
        for (int pair = 0, token = 0; pair < _corpus.Count; pair++)
        {
            _firstTokens[pair] = token;
            foreach (int word in _corpus.Source(pair))
            {
                _sentenceOfToken[token++] = pair;
                _occurrenceStarts[word + 1]++;
            }
        }

        for (int word = 0; word < RowCount; word++)
        {
            _occurrenceStarts[word + 1] += _occurrenceStarts[word];
        }

        int[] next = _occurrenceStarts[..RowCount];
        for (int token = 0; token < _occurrences.Length; token++)
        {
            int pair = _sentenceOfToken[token];
            int word = _corpus.Source(pair)[token - _firstTokens[pair]];
            _occurrences[next[word]++] = token;
        }
    }

    private (int[] CellStarts, int[][] Blocks) AllocateCells()
    {
        const int BlockSize = 1 << CooccurrenceIndex.BlockShift;
        int[] cellStarts = new int[_corpus.Count];
        int[][] blocks = new int[(_corpus.Count + BlockSize - 1) / BlockSize][];
        for (int block = 0; block < blocks.Length; block++)
        {
            int cells = 0;
            int end = Math.Min(_corpus.Count, (block + 1) * BlockSize);
            for (int pair = block * BlockSize; pair < end; pair++)
            {
                cellStarts[pair] = cells;
                cells = checked(cells + (_corpus.Source(pair).Length * _corpus.Target(pair).Length));
            }

            blocks[block] = new int[cells];
        }

        return (cellStarts, blocks);
    }

    /// <summary>How many word pairs occur once, twice, …; the last element holds all that occur more often.</summary>
    private long[] CountEntries()
    {
        long[] entriesByCount = new long[MaxMinCount + 1];
        ForEachRow((_, scratch) =>
        {
            foreach (int word in scratch.Met)
            {
                Interlocked.Increment(ref entriesByCount[Math.Min(scratch.Values[word], MaxMinCount)]);
            }
        });
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

    private void FillCells(CooccurrenceIndex index, int row, RowScratch scratch)
    {
        foreach (int token in OccurrencesOf(row))
        {
            int pair = _sentenceOfToken[token];
            ReadOnlySpan<int> target = _corpus.Target(pair);
            Span<int> cells = index.CellsOf(pair);
            int n = _corpus.Source(pair).Length;
            int i = token - _firstTokens[pair];
            for (int j = 0; j < target.Length; j++)
            {
                cells[(j * n) + i] = scratch.Values[target[j]];
            }
        }
    }

    /// <summary>
    /// Calls <paramref name="action"/> for each row with the counts of the target words that it meets.
    /// </summary>
    private void ForEachRow(Action<int, RowScratch> action)
    {
        Parallel.For(
            0,
            (RowCount + RowsPerTask - 1) / RowsPerTask,
            _parallel,
            () => new RowScratch(_corpus.TargetVocabulary.Count),
            (task, _, scratch) =>
            {
                int end = Math.Min(RowCount, (task + 1) * RowsPerTask);
                for (int row = task * RowsPerTask; row < end; row++)
                {
                    foreach (int token in OccurrencesOf(row))
                    {
                        scratch.Count(_corpus.Target(_sentenceOfToken[token]));
                    }

                    action(row, scratch);
                    scratch.Clear();
                }

                return scratch;
            },
            static _ => { });
    }

    private ReadOnlySpan<int> OccurrencesOf(int row) =>
        _occurrences.AsSpan(_occurrenceStarts[row].._occurrenceStarts[row + 1]);

    /// <summary>One number for each target word: first its count in the row, then its entry.</summary>
    private sealed class RowScratch(int targetWords)
    {
        public int[] Values { get; } = new int[targetWords];

        public List<int> Met { get; } = [];

        public void Count(ReadOnlySpan<int> target)
        {
            foreach (int word in target)
            {
                if (Values[word]++ == 0)
                {
                    Met.Add(word);
                }
            }
        }

        public int CountAtLeast(int minCount) => Met.Count(word => Values[word] >= minCount);

        public void NumberEntries(int minCount, int firstEntry, int[] columns)
        {
            int entry = firstEntry;
            foreach (int word in Met)
            {
                bool kept = Values[word] >= minCount;
                if (kept)
                {
                    columns[entry] = word;
                }

                Values[word] = kept ? entry++ : CooccurrenceIndex.Pruned;
            }
        }

        public void Clear()
        {
            foreach (int word in Met)
            {
                Values[word] = 0;
            }

            Met.Clear();
        }
    }
}
