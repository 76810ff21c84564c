using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Tests.Experts;

/// <summary>A model of 8 words a side that has made up its mind.</summary>
/// <param name="posteriors">p(a_j = i) in row j.</param>
/// <param name="links">The Viterbi alignment.</param>
/// <param name="logProbability">log p(f|e).</param>
internal sealed class StubModel(float[][] posteriors, int[] links, double logProbability) : IDirectionalModel
{
    // forward      reverse
    // 0.9  0.04    0.4  0.25
    // 0    0.64    0    0.25
    // 0.1  0.1     0.8  0.1

    /// <summary>Models of both directions for a pair of three source and two target words.</summary>
    public static DirectionalModels Both { get; } = new(
        new StubModel([[0.9f, 0, 0.1f], [0.04f, 0.64f, 0.1f]], [0, 1], logProbability: -4),
        new StubModel([[0.4f, 0.25f], [0, 0.25f], [0.8f, 0.1f]], [0, -1, 0], logProbability: -9),
        new Factoring([], new Vocabulary(), new Vocabulary()));

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
