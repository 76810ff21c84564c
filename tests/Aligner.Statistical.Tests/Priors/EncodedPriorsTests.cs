using Aligner.Statistical.Corpora;
using Aligner.Statistical.Priors;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Tests.Priors;

public class EncodedPriorsTests
{
    private static readonly AlignmentPriors Priors = AlignmentPriors.None with
    {
        Words = [new("Haus", "house", 1), new("haus", "house", 2), new("Hof", "yard", 3)],
        ForwardJumps = new Dictionary<int, double> { [1] = 5 },
    };

    private readonly Vocabulary _source = new(["haus"]);
    private readonly Vocabulary _target = new(["the", "house"]);
    private readonly EncodedPriors _encoded;

    public EncodedPriorsTests() => _encoded = EncodedPriors.Encode(
        Priors, new WordNormalizer(new NormalizationOptions { Lowercase = true }), _source, _target);

    [Fact]
    public void Words_are_normalized_numbered_and_merged()
    {
        _encoded.Words.ShouldBe([new(0, 1, 3), new(1, 2, 3)]);
        _source.Words.ShouldBe(["haus", "hof"]);
        _target.Words.ShouldBe(["the", "house", "yard"]);
    }

    [Fact]
    public void Swapping_exchanges_words_and_jumps()
    {
        EncodedPriors swapped = _encoded.Swap();

        swapped.Words.ShouldBe([new(1, 0, 3), new(2, 1, 3)]);
        swapped.ReverseJumps[1].ShouldBe(5);
        swapped.ForwardJumps.ShouldBeEmpty();
    }

    [Fact]
    public void Factors_add_the_counts_of_their_words()
    {
        Factoring firstLetters = new([new NormalizationOptions { StemLength = 1 }], _source, _target);

        IReadOnlyList<IReadOnlyList<WordPairCount>> counts = _encoded.ByFactor(firstLetters);

        counts.Count.ShouldBe(2);
        counts[0].ShouldBe(_encoded.Words);
        counts[1].ShouldBe([new(0, 1, 3), new(0, 2, 3)]); // h–h, h–y
    }

    [Fact]
    public void Weights_and_sums_apply_to_all_counts()
    {
        AlignmentPriors twice = Priors.Scale(0.5).With(Priors);

        twice.Words.Count.ShouldBe(6);
        twice.Words[0].Count.ShouldBe(0.5);
        twice.ForwardJumps[1].ShouldBe(7.5);
    }
}
