using Aligner.Statistical.Bayesian;

namespace Aligner.Statistical.Tests.Bayesian;

public sealed class LexicalStateTests
{
    private static readonly BayesOptions Options =
        new() { StemLength = 3, BackoffStrength = 2, ClassConcentration = 0.5, NullConcentration = 0.25 };

    private readonly TinyText _text = new(Options.StemLength, "house ||| haus", "houses ||| hauses dach");
    private readonly LexicalState _state;

    public LexicalStateTests()
    {
        _state = new LexicalState(_text.Directed(isReverse: false), Options, known: []);
    }

    [Fact]
    public void Unseen_word_pair_takes_the_probability_of_its_classes()
    {
        _state.Count(sourceWord: 0, targetWord: 0, 3);

        // p(hau|hou) = (0.5 + 3) / (0.5 * 2 + 3) = 0.875, of which each of two words has a half.
        Weight(sourceWord: 0, targetWord: 0).ShouldBe((3 + (2 * 0.5f * 0.875f)) / (2 + 3), 1e-6f);
        Weight(sourceWord: 1, targetWord: 1).ShouldBe(0.5f * 0.875f, 1e-6f);
    }

    [Fact]
    public void Links_that_are_taken_back_count_no_more()
    {
        _state.Count(sourceWord: 0, targetWord: 0, 3);
        _state.Count(sourceWord: 0, targetWord: 0, -3);

        // p(hau|hou) = 0.5 / (0.5 * 2).
        Weight(sourceWord: 0, targetWord: 0).ShouldBe(2 * 0.5f * 0.5f / 2, 1e-6f);
        _state.HasCountsOf(new LexicalState(_text.Directed(isReverse: false), Options, known: [])).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_known_counts_as_linked(bool isReverse)
    {
        DirectedText text = _text.Directed(isReverse);
        LexicalState counted = new(text, Options, known: []);
        (int e, int f) = isReverse ? (2, 1) : (1, 2); // houses and dach
        counted.Count(e, f, 2);

        new LexicalState(text, Options, known: [(1, 2, 2)]).HasCountsOf(counted).ShouldBeTrue();
    }

    [Fact]
    public void Null_has_a_distribution_of_its_own()
    {
        _state.CountNull(targetWord: 2, change: 3);
        _state.Null(2).ShouldBe(3.25f / 3.75f, 1e-6f);
        _state.Null(0).ShouldBe(0.25f / 3.75f, 1e-6f);
    }

    private float Weight(int sourceWord, int targetWord)
    {
        float[] weights = new float[1];
        int sourceClass = _text.Source.Of(sourceWord);
        _state.Weights(
            [sourceWord],
            [sourceClass],
            targetWord,
            [_state.Scale(sourceWord)],
            [_state.ClassScale(sourceClass)],
            weights);
        return weights[0];
    }
}
