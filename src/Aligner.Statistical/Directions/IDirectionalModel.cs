using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Directions;

/// <summary>
/// A trained model of one direction, p(f, a | e): each target word f_j comes from one source word e_i or from NULL.
/// The reverse direction is the same kind of model over swapped pairs.
/// </summary>
/// <remarks>Immutable, and safe to share between threads; each thread brings its own lattice.</remarks>
public interface IDirectionalModel
{
    /// <summary>t(f|e), from which the caller fills the lattice's emissions.</summary>
    FactoredLexicon Lexicon { get; }

    /// <summary>Fills the lattice's posteriors p(a_j = i | e, f).</summary>
    /// <returns>The natural logarithm of p(f|e).</returns>
    double Posteriors(Lattice lattice);

    /// <summary>Finds the most probable alignment.</summary>
    /// <param name="lattice">Emissions of the pair.</param>
    /// <param name="links">Receives for each target word its source word, or −1 for NULL.</param>
    void Viterbi(Lattice lattice, Span<int> links);
}
