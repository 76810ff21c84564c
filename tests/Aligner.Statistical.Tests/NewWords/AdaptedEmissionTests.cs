using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.NewWords;

namespace Aligner.Statistical.Tests.NewWords;

public class AdaptedEmissionTests
{
    // Word 0, seen 30 times: 0 → 0.5, 1 → 0.02.
    private static readonly LexicalTable Words = new(
        [0, 2], [0, 1], [0.5f, 0.02f], [0.2f, 0.4f], floor: 0.01f, totals: [30]);

    // One prefix a side, seen 40 times: 0 → 0.08.
    private static readonly LexicalTable Prefixes = new([0, 1], [0], [0.08f], [0.9f], floor: 0.04f, totals: [40]);

    private readonly Lattice _lattice = new();

    /// <summary>(30 · 0.5 + 10) / (30 + 10) and (30 · 0.02) / 40; without counts, what the model says.</summary>
    [Fact]
    public void Counts_are_added_to_what_the_model_has_seen_of_a_word()
    {
        PairCounts known = new(2, 2) { LeastLinks = 10 };
        known.Add(0, 0, 10);
        AdaptedEmission.Fill(new FactoredLexicon([Words]), Sentence([0, 0]), Sentence([0, 1]), known, _lattice);
        Emission(0, 0).ShouldBe(0.625f, 1e-6f);
        Emission(0, 1).ShouldBe(0.015f, 1e-6f);
        Emission(1, 0).ShouldBe(0.5f, 1e-6f);
        Emission(1, 1).ShouldBe(0.02f, 1e-6f);
        _lattice.NullEmissions.ToArray().ShouldBe([0.2f, 0.4f]);
    }

    /// <summary>A new word counts as one seen 10 times: (10 · 0.01 + 10) / 20, and the floor for all else.</summary>
    [Fact]
    public void Of_a_word_that_no_table_knows_the_counts_tell()
    {
        PairCounts known = new(1, 2) { LeastLinks = 10 };
        known.Add(0, 1, 10);
        AdaptedEmission.Fill(new FactoredLexicon([Words]), Sentence([-1]), Sentence([0, 1]), known, _lattice);
        Emission(0, 0).ShouldBe(0.01f, 1e-6f);
        Emission(0, 1).ShouldBe(0.505f, 1e-6f);
    }

    /// <summary>
    /// Both factors give the prefix's 0.08 and 0.9, the words' table having nothing of its own to say.
    /// </summary>
    [Fact]
    public void A_table_that_does_not_know_a_word_gives_way_to_its_prefix()
    {
        AdaptedEmission.Fill(
            new FactoredLexicon([Words, Prefixes]),
            new EncodedSentence([new[] { 0 }, new[] { 0 }]),
            new EncodedSentence([new[] { -1 }, new[] { 0 }]),
            new PairCounts(1, 1) { LeastLinks = 10 },
            _lattice);
        Emission(0, 0).ShouldBe(0.08f, 1e-6f);
        _lattice.NullEmissions[0].ShouldBe(0.9f, 1e-6f);
    }

    private static EncodedSentence Sentence(int[] words) => new([words]);

    private float Emission(int i, int j) => _lattice.Emissions[(j * _lattice.Stride) + i];
}
