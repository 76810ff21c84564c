using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Training;

/// <summary>
/// What the process takes at the peak of training, known before it starts: measured on texts of 20,000 and 100,000
/// pairs (benchmarks/results.md).
/// </summary>
/// <param name="TextBytes">The text, what is kept for each of its pairs, and working memory.</param>
/// <param name="TableBytes">The tables of word pairs and their cells.</param>
public sealed record MemoryForecast(long TextBytes, long TableBytes)
{
    /// <summary>Both sides' words, the links of chains, and the links that are kept, of a word.</summary>
    private const long BytesPerToken = 24;

    /// <summary>Links of a pair.</summary>
    private const long BytesPerPair = 64;

    /// <summary>A word type with its spelling, its factors and its counts.</summary>
    private const long BytesPerWord = 320;

    /// <summary>The matrices of a pair, in training or in aligning.</summary>
    private const long BytesPerCell = 160;

    /// <summary>Tables are never made smaller.</summary>
    private const long LeastTableBytes = 8L << 20;

    /// <summary>All bytes.</summary>
    public long Bytes => TextBytes + TableBytes;

    /// <summary>What all but the tables take.</summary>
    /// <param name="corpus">The text.</param>
    /// <param name="context">Threads, and what the process takes besides training.</param>
    internal static long ForText(ParallelCorpus corpus, TrainingContext context)
    {
        long longest = 0;
        for (int pair = 0; pair < corpus.Count; pair++)
        {
            longest = Math.Max(longest, (long)corpus.Source(pair).Length * corpus.Target(pair).Length);
        }

        return context.OtherMemory
            + (BytesPerToken * ((long)corpus.SourceTokenCount + corpus.TargetTokenCount))
            + (BytesPerPair * corpus.Count)
            + (BytesPerWord * ((long)corpus.SourceVocabulary.Count + corpus.TargetVocabulary.Count))
            + (BytesPerCell * longest * context.Threads);
    }

    /// <summary>What the tables may take where the process is bounded.</summary>
    /// <param name="textBytes">What all but the tables take.</param>
    /// <param name="bound">What the process may take.</param>
    /// <exception cref="InsufficientMemoryException">That leaves too little.</exception>
    internal static long ForTables(long textBytes, long bound) => bound - textBytes >= LeastTableBytes
        ? bound - textBytes
        : throw new InsufficientMemoryException(
            $"the text needs {Megabytes(textBytes + LeastTableBytes)} MB at least, more than the bound of "
            + $"{Megabytes(bound)} MB");

    private static long Megabytes(long bytes) => (bytes + (1 << 20) - 1) >> 20;
}
