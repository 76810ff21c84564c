using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Tests.Lexicon;

public class FactoredLexiconTests
{
    // Word 0: 0 → 0.5, 1 → 0.02; word 1: 1 → 0.8.
    private static readonly LexicalTable Words = new(
        [0, 2, 3], [0, 1, 1], [0.5f, 0.02f, 0.8f], [0.2f, 0.4f], floor: 0.01f, totals: [1, 1]);

    // One value a side: 0 → 0.08.
    private static readonly LexicalTable Prefixes = new([0, 1], [0], [0.08f], [0.9f], floor: 0.04f, totals: [1]);

    private readonly Lattice _lattice = new();

    public FactoredLexiconTests()
    {
        _lattice.Resize(20, 20);
        _lattice.Emissions.Fill(9);
        _lattice.NullEmissions.Fill(9);
    }

    [Fact]
    public void One_table_gives_its_own_probabilities()
    {
        new FactoredLexicon([Words]).Emit(
            new EncodedSentence([new[] { 0, 1, Vocabulary.Unknown }]), new EncodedSentence([new[] { 1, 0 }]), _lattice);

        ShouldHold([[0.02f, 0.8f, 0.01f], [0.5f, 0.01f, 0.01f]], [0.4f, 0.2f]);
    }

    [Fact]
    public void Two_tables_give_the_square_root_of_their_product()
    {
        // Source: word 0, word 1, a new word with a known prefix; target: word 0, a new word without one.
        new FactoredLexicon([Words, Prefixes]).Emit(
            new EncodedSentence([new[] { 0, 1, -1 }, new[] { 0, 0, 0 }]),
            new EncodedSentence([new[] { 0, -1 }, new[] { 0, -1 }]),
            _lattice);

        // √(0.5 · 0.08), √(0.01 · 0.08), the same; √(0.01 · 0.04). NULL: √(0.2 · 0.9), √(0.01 · 0.04).
        ShouldHold([[0.2f, 0.0282843f, 0.0282843f], [0.02f, 0.02f, 0.02f]], [0.4242641f, 0.02f]);
    }

    [Fact]
    public void Three_tables_give_the_cube_root_of_their_product()
    {
        LexicalTable third = new([0, 1], [0], [0.2f], [0.3f], floor: 0.1f, totals: [1]);

        new FactoredLexicon([Words, Prefixes, third]).Emit(
            new EncodedSentence([new[] { 0 }, new[] { 0 }, new[] { 0 }]),
            new EncodedSentence([new[] { 0 }, new[] { 0 }, new[] { 0 }]),
            _lattice);

        // ∛(0.5 · 0.08 · 0.2) and ∛(0.2 · 0.9 · 0.3).
        ShouldHold([[0.2f]], [0.3779763f]);
    }

    private void ShouldHold(float[][] emissions, float[] nullEmissions)
    {
        int n = emissions[0].Length;
        _lattice.SourceLength.ShouldBe(n);
        _lattice.TargetLength.ShouldBe(emissions.Length);
        float[][] rows = [.. _lattice.Emissions.ToArray().Chunk(_lattice.Stride)];
        ShouldBeNear(rows.SelectMany(row => row[..n]), emissions.SelectMany(row => row));
        rows.SelectMany(row => row[n..]).ShouldAllBe(padding => padding == 0);
        ShouldBeNear(_lattice.NullEmissions.ToArray(), nullEmissions);
    }

    private static void ShouldBeNear(IEnumerable<float> actual, IEnumerable<float> expected) =>
        actual.ShouldBe(expected, tolerance: 1e-6);
}
