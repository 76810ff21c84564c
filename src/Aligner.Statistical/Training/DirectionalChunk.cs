using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Training;

/// <summary>What one worker collects from a chunk of pairs for one direction.</summary>
internal sealed class DirectionalChunk
{
    public Lattice Lattice { get; } = new();

    public CountBuffer Counts { get; } = new();

    public CountBuffer NullCounts { get; } = new();

    public double LogLikelihood { get; set; }

    public void Clear()
    {
        Counts.Clear();
        NullCounts.Clear();
        LogLikelihood = 0;
    }
}
