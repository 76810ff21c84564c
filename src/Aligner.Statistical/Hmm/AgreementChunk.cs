using Aligner.Statistical.Inference;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Hmm;

/// <summary>What one worker collects from a chunk of pairs when both directions are trained together.</summary>
/// <param name="threads">How many threads add up what is collected.</param>
internal sealed class AgreementChunk(int threads)
{
    public Direction Forward { get; } = new();

    public Direction Reverse { get; } = new();

    /// <summary>Expected counts of word pairs.</summary>
    public AgreementCounts Counts { get; } = new(threads);

    public void Clear()
    {
        Forward.Clear();
        Reverse.Clear();
        Counts.Clear();
    }

    internal sealed class Direction
    {
        public JumpCounts Jumps { get; } = new();

        public double LogLikelihood { get; set; }

        public void Clear()
        {
            Jumps.Clear();
            LogLikelihood = 0;
        }
    }
}

/// <summary>The working memory of a worker: what it knows of the pair at hand.</summary>
internal sealed class AgreementMemory
{
    public Lattice Forward { get; } = new();

    public Lattice Reverse { get; } = new();

    public AgreementRows Rows { get; } = new();
}

/// <summary>Expected lexical counts in a chunk.</summary>
/// <param name="threads">How many threads add the links up; those to NULL are few.</param>
internal sealed class AgreementCounts(int threads)
{
    public CountBuffer Links { get; } = new(threads);

    /// <summary>Target words that come from NULL.</summary>
    public CountBuffer ForwardNull { get; } = new(threads: 1);

    /// <summary>Source words that come from NULL.</summary>
    public CountBuffer ReverseNull { get; } = new(threads: 1);

    public void Clear()
    {
        Links.Clear();
        ForwardNull.Clear();
        ReverseNull.Clear();
    }
}
