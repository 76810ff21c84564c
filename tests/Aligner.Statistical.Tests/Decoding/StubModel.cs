using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Tests.Decoding;

/// <summary>A model of 8 words a side that has made up its mind.</summary>
/// <param name="posteriors">p(a_j = i) in row j.</param>
/// <param name="links">The Viterbi alignment.</param>
/// <param name="logProbability">log p(f|e).</param>
internal sealed class StubModel(float[][] posteriors, int[] links, double logProbability) : IDirectionalModel
{
    public FactoredLexicon Lexicon { get; } =
        new([new LexicalTable(new int[9], [], [], new float[8], 0.5f, new float[8])]);

    public double Posteriors(Lattice lattice)
    {
        for (int j = 0; j < posteriors.Length; j++)
        {
            posteriors[j].CopyTo(lattice.Posteriors[(j * lattice.Stride)..]);
        }

        return logProbability;
    }

    public void Viterbi(Lattice lattice, Span<int> best) => links.CopyTo(best);
}
