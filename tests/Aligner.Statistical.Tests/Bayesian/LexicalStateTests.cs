using Aligner.Statistical.Bayesian;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Tests.Bayesian;

public sealed class LexicalStateTests
{
    private static readonly BayesOptions Options =
        new() { StemLength = 3, BackoffStrength = 2, ClassConcentration = 0.5, NullConcentration = 0.25 };

    private readonly TinyText _text = new(Options.StemLength, "house ||| haus", "houses ||| hauses dach");
    private readonly LexicalState _state;

    public LexicalStateTests()
    {
        _state = new LexicalState(DirectedIndex.Forward(_text.Cells, _text.Backoff), Options, known: []);
    }

    [Fact]
    public void Unseen_word_pair_takes_the_probability_of_its_classes()
    {
        int seen = _text.Cells[0][0];
        int unseen = _text.Cells[1][0];
        _state.Count(seen, 0, 3);

        // p(hau|hou) = (0.5 + 3) / (0.5 * 2 + 3) = 0.875, of which each of two words has a half.
        Weight(seen, sourceWord: 0, targetWord: 0).ShouldBe((3 + (2 * 0.5f * 0.875f)) / (2 + 3), 1e-6f);
        Weight(unseen, sourceWord: 1, targetWord: 1).ShouldBe(0.5f * 0.875f, 1e-6f);
    }

    [Fact]
    public void Links_of_pruned_word_pairs_teach_nothing_about_them()
    {
        _state.Count(CooccurrenceIndex.Pruned, 0, 8);

        // p(hau|hou) = 0.5 / (0.5 * 2 + 8), shared by two words.
        Weight(CooccurrenceIndex.Pruned, sourceWord: 0, targetWord: 0).ShouldBe(2 * 0.5f * (0.5f / 9) / (2 + 8), 1e-6f);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_known_counts_as_linked(bool reverse)
    {
        DirectedIndex index = reverse
            ? DirectedIndex.Reverse(_text.Cells, _text.Backoff)
            : DirectedIndex.Forward(_text.Cells, _text.Backoff);
        int hausesToHouses = _text.Cells[1][0];
        LexicalState counted = new(index, Options, known: []);
        counted.Count(hausesToHouses, sourceWord: 1, 2);

        new LexicalState(index, Options, known: [(hausesToHouses, 2)]).HasCountsOf(counted).ShouldBeTrue();
    }

    [Fact]
    public void Null_has_a_distribution_of_its_own()
    {
        _state.CountNull(targetWord: 2, change: 3);
        _state.Null(2).ShouldBe(3.25f / 3.75f, 1e-6f);
        _state.Null(0).ShouldBe(0.25f / 3.75f, 1e-6f);
    }

    private float Weight(int entry, int sourceWord, int targetWord)
    {
        float[] weights = new float[1];
        _state.Weights(
            [entry], targetWord, [_state.Scale(sourceWord)], [_state.ClassScale(sourceWord)], weights);
        return weights[0];
    }
}
