using System.Collections.Concurrent;
using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Training;

/// <summary>
/// Runs over all pairs of a corpus by chunks: chunks are worked on in parallel and merged in corpus order, so that the
/// result is the same for any number of threads.
/// </summary>
/// <typeparam name="TChunk">What a worker collects from a chunk; instances are reused.</typeparam>
/// <typeparam name="TMemory">The working memory of a worker, which no result is in.</typeparam>
internal sealed class ChunkedPass<TChunk, TMemory>(IndexedCorpus corpus, ParallelOptions parallel, Func<TChunk> create)
    where TMemory : new()
{
    private const int ChunksPerThread = 4;

    private readonly TChunk[] _slots =
        [.. Enumerable.Range(0, parallel.MaxDegreeOfParallelism * ChunksPerThread).Select(_ => create())];

    private readonly ConcurrentBag<TMemory> _memory = [];

    /// <param name="work">
    /// Called in parallel with a slot and working memory, both used before or not, and the pairs first … end − 1.
    /// </param>
    /// <param name="merge">Called with the filled slots of consecutive chunks, in corpus order.</param>
    public void Run(Action<TChunk, TMemory, int, int> work, Action<ReadOnlyMemory<TChunk>> merge)
    {
        CorpusChunks chunks = corpus.Chunks;
        foreach ((int firstChunk, int endChunk) in corpus.Windows)
        {
            corpus.Load(firstChunk, endChunk, parallel);
            for (int first = firstChunk; first < endChunk; first += _slots.Length)
            {
                int wave = Math.Min(_slots.Length, endChunk - first);
                Parallel.For(
                    0,
                    wave,
                    parallel,
                    () => _memory.TryTake(out TMemory? used) ? used : new TMemory(),
                    (slot, _, memory) =>
                    {
                        work(_slots[slot], memory, chunks.FirstPair(first + slot), chunks.FirstPair(first + slot + 1));
                        return memory;
                    },
                    _memory.Add);
                merge(_slots.AsMemory(0, wave));
            }
        }
    }
}
