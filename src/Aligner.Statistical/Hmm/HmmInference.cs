using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Hmm;

/// <summary>Forward-backward over a lattice, as training and decoding both need it.</summary>
internal static class HmmInference
{
    /// <summary>Fills the posteriors; returns log p(f|e).</summary>
    public static double Posteriors(Lattice lattice, JumpTable jumps)
    {
        int n = lattice.SourceLength;
        Transitions transitions = jumps.For(n);
        double logProbability = HmmKernel.Forward(
            lattice.Emissions,
            lattice.NullEmissions,
            transitions,
            jumps.NullProbability,
            n,
            lattice.Posteriors,
            lattice.Occupied,
            lattice.Scales);
        HmmKernel.Backward(
            lattice.Emissions,
            lattice.NullEmissions,
            transitions,
            jumps.NullProbability,
            lattice.Scales,
            n,
            lattice.Posteriors,
            lattice.State,
            lattice.Outgoing);
        return logProbability;
    }

    /// <summary>Adds the expected jumps of a lattice on which <see cref="Posteriors"/> has run.</summary>
    public static void CountJumps(Lattice lattice, JumpTable jumps, JumpCounts counts) =>
        jumps.For(lattice.SourceLength).CountJumps(lattice, counts);
}
