using Aligner.Statistical.Directions;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Hmm;

/// <summary>A trained HMM of one direction.</summary>
/// <param name="lexicon">t(f|e).</param>
/// <param name="jumps">Jump distribution and p0.</param>
public sealed class HmmModel(FactoredLexicon lexicon, JumpTable jumps) : IDirectionalModel
{
    /// <inheritdoc />
    public FactoredLexicon Lexicon => lexicon;

    /// <summary>Jump distribution and p0.</summary>
    public JumpTable Jumps => jumps;

    /// <inheritdoc />
    public double Posteriors(Lattice lattice) => HmmInference.Posteriors(lattice, jumps);

    /// <inheritdoc />
    public void Viterbi(Lattice lattice, Span<int> links) => HmmViterbiKernel.Decode(
        lattice.Emissions,
        lattice.NullEmissions,
        jumps.For(lattice.SourceLength),
        jumps.NullProbability,
        lattice.SourceLength,
        lattice.Occupied,
        lattice.BackPointers,
        links);
}
