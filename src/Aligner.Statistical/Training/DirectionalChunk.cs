namespace Aligner.Statistical.Training;

/// <summary>What one worker collects from a chunk of pairs for one direction.</summary>
/// <param name="threads">How many threads add it up.</param>
internal sealed class DirectionalChunk(int threads)
{
    public CountBuffer Counts { get; } = new(threads);

    public CountBuffer NullCounts { get; } = new(threads: 1);

    public double LogLikelihood { get; set; }

    public void Clear()
    {
        Counts.Clear();
        NullCounts.Clear();
        LogLikelihood = 0;
    }
}
