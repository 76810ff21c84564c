using Aligner.Statistical.Directions;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Ibm1;

/// <summary>A trained Model 1 of one direction.</summary>
public sealed class Ibm1Model(FactoredLexicon lexicon) : IDirectionalModel
{
    /// <inheritdoc />
    public FactoredLexicon Lexicon => lexicon;

    /// <inheritdoc />
    public double Posteriors(Lattice lattice) => Ibm1Kernel.Posteriors(
        lattice.Emissions, lattice.NullEmissions, lattice.SourceLength, lattice.Stride, lattice.Posteriors);

    /// <inheritdoc />
    public void Viterbi(Lattice lattice, Span<int> links)
    {
        Posteriors(lattice);
        PositionwiseDecoder.Decode(lattice, links);
    }
}
