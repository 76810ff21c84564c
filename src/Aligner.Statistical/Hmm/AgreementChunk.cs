using Aligner.Statistical.Inference;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Hmm;

/// <summary>What one worker collects from a chunk of pairs when both directions are trained together.</summary>
internal sealed class AgreementChunk
{
    public Direction Forward { get; } = new();

    public Direction Reverse { get; } = new();

    public CountBuffer Links { get; } = new();

    public void Clear()
    {
        Links.Clear();
        Forward.Clear();
        Reverse.Clear();
    }

    internal sealed class Direction
    {
        public Lattice Lattice { get; } = new();

        public CountBuffer NullCounts { get; } = new();

        public JumpCounts Jumps { get; } = new();

        public double LogLikelihood { get; set; }

        public void CollectNull(ReadOnlySpan<int> target)
        {
            for (int j = 0; j < target.Length; j++)
            {
                NullCounts.Add(target[j], Lattice.NullPosterior(j));
            }
        }

        public void Clear()
        {
            NullCounts.Clear();
            Jumps.Clear();
            LogLikelihood = 0;
        }
    }
}
