using Aligner.Statistical.Directions;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Ibm2;

/// <summary>A trained diagonal Model 2 of one direction.</summary>
/// <param name="lexicon">t(f|e).</param>
/// <param name="tension">λ.</param>
/// <param name="nullProbability">p0.</param>
public sealed class Ibm2Model(FactoredLexicon lexicon, double tension, double nullProbability) : IDirectionalModel
{
    /// <inheritdoc />
    public FactoredLexicon Lexicon => lexicon;

    /// <summary>λ of the diagonal prior.</summary>
    public double Tension => tension;

    /// <summary>p0.</summary>
    public double NullProbability => nullProbability;

    /// <inheritdoc />
    public double Posteriors(Lattice lattice) => Ibm2Kernel.Posteriors(
        lattice.Emissions,
        lattice.NullEmissions,
        lattice.SourceLength,
        lattice.Stride,
        tension,
        nullProbability,
        lattice.Posteriors);

    /// <inheritdoc />
    public void Viterbi(Lattice lattice, Span<int> links)
    {
        Posteriors(lattice);
        PositionwiseDecoder.Decode(lattice, links);
    }
}
