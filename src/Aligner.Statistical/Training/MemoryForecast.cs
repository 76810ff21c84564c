using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Training;

/// <summary>
/// An estimate of the memory of the process at the peak of training, made before the first iteration. The constants are
/// estimates from the sizes of the data structures, not measurements.
/// </summary>
/// <param name="TextBytes">
/// All but the tables: the text, what is kept for each pair, working memory, and what the process takes besides
/// training.
/// </param>
/// <param name="TableBytes">The tables of word pairs and their cells.</param>
public sealed record MemoryForecast(long TextBytes, long TableBytes)
{
    /// <summary>Bytes of a token: its number, the links of chains, and the links that are kept.</summary>
    private const long BytesPerToken = 24;

    /// <summary>Bytes of a sentence pair: its starts and the list of its links.</summary>
    private const long BytesPerPair = 64;

    /// <summary>Bytes of a word type: its spelling, its factors and its counts.</summary>
    private const long BytesPerWord = 320;

    /// <summary>Bytes of a cell of the longest pair, for each thread: the matrices of training or aligning.</summary>
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
