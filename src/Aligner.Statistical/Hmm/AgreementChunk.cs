using Aligner.Statistical.Inference;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Hmm;

/// <summary>What one worker collects from a chunk of pairs when both directions are trained together.</summary>
internal sealed class AgreementChunk
{
    /// <param name="factors">Number of factors, each with a lexicon of its own.</param>
    /// <param name="threads">How many threads add up what is collected.</param>
    public AgreementChunk(int factors, int threads)
    {
        Counts = [.. Enumerable.Range(0, factors).Select(_ => new AgreementCounts(threads))];
    }

    public Direction Forward { get; } = new();

    public Direction Reverse { get; } = new();

    /// <summary>The working memory of the pair at hand.</summary>
    public AgreementRows Rows { get; } = new();

    /// <summary>Expected counts of each factor.</summary>
    public IReadOnlyList<AgreementCounts> Counts { get; }

    public void Clear()
    {
        Forward.Clear();
        Reverse.Clear();
        foreach (AgreementCounts counts in Counts)
        {
            counts.Clear();
        }
    }

    internal sealed class Direction
    {
        public Lattice Lattice { get; } = new();

        public JumpCounts Jumps { get; } = new();

        public double LogLikelihood { get; set; }

        public void Clear()
        {
            Jumps.Clear();
            LogLikelihood = 0;
        }
    }
}

/// <summary>Expected lexical counts of one factor in a chunk.</summary>
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
