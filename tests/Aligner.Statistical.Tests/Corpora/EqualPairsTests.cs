using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Tests.Corpora;

public class EqualPairsTests
{
    private readonly EqualPairs _equal = new(Bitexts.Corpus(
        "a ||| x", "a b ||| x", "a ||| x", " ||| ", "a ||| x y", "b a ||| x", "a b ||| x", " ||| ", "a ||| x"));

    [Fact]
    public void Pairs_with_the_same_words_in_the_same_order_are_equal() =>
        _equal.Groups.Select(group => string.Join(' ', group)).ShouldBe(["0 2 8", "1 6"]);

    [Theory]
    [InlineData(0, true)]
    [InlineData(8, true)]
    [InlineData(6, true)]
    [InlineData(4, false)]
    [InlineData(5, false)]
    [InlineData(7, false)] // empty
    public void Each_pair_of_a_group_is_repeated(int pair, bool expected) =>
        _equal.IsRepeated(pair).ShouldBe(expected);
}
