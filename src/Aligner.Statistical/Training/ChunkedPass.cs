namespace Aligner.Statistical.Training;

/// <summary>
/// Runs over all pairs of a corpus in chunks of fixed size: chunks are worked on in parallel and merged in corpus
/// order, so that the result is the same for any number of threads.
/// </summary>
/// <typeparam name="TChunk">What a worker collects from a chunk; instances are reused.</typeparam>
internal sealed class ChunkedPass<TChunk>(int pairs, ParallelOptions parallel, Func<TChunk> create)
{
    private const int PairsPerChunk = 512;
    private const int ChunksPerThread = 4;

    private readonly TChunk[] _slots = CreateSlots(parallel.MaxDegreeOfParallelism * ChunksPerThread, create);

    /// <param name="work">Called in parallel with a cleared or fresh slot and the pairs first … end − 1.</param>
    /// <param name="merge">Called with the filled slots of consecutive chunks, in corpus order; clears them.</param>
    public void Run(Action<TChunk, int, int> work, Action<ReadOnlyMemory<TChunk>> merge)
    {
        int chunks = (pairs + PairsPerChunk - 1) / PairsPerChunk;
        for (int first = 0; first < chunks; first += _slots.Length)
        {
            int wave = Math.Min(_slots.Length, chunks - first);
            Parallel.For(0, wave, parallel, slot =>
            {
                int begin = (first + slot) * PairsPerChunk;
                work(_slots[slot], begin, Math.Min(pairs, begin + PairsPerChunk));
            });
            merge(_slots.AsMemory(0, wave));
        }
    }

    private static TChunk[] CreateSlots(int count, Func<TChunk> create)
    {
        TChunk[] slots = new TChunk[count];
        for (int slot = 0; slot < count; slot++)
        {
            slots[slot] = create();
        }

        return slots;
    }
}
