using Aligner.Applications.Exporting;
using Aligner.Applications.Tests.Pairs;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Tests.Exporting;

public class DictionaryAugmenterTests
{
    private static readonly AlignedPair Pair =
        Linked.Pair("die Katzen schlafen", "the cats sleep", "0-0 1-1 2-2");

    // "Tassen" and "hats" end as "Katzen" and "cats" do; "Hunde" does not, and "tassen" begins in lower case.
    [Theory]
    [InlineData("Tassen", "maps", "die Katzen schlafen ||| the cats sleep")]
    [InlineData("Tassen", "hats", "die Tassen schlafen ||| the hats sleep")]
    [InlineData("Hunde", "hats", "die Katzen schlafen ||| the cats sleep")]
    [InlineData("tassen", "hats", "die Katzen schlafen ||| the cats sleep")]
    [InlineData("Rote Tassen", "hats", "die Katzen schlafen ||| the cats sleep")]
    public void Words_are_exchanged_for_entries_of_the_same_endings_and_case(
        string source, string target, string expected) =>
        Text(Augment(Pair, (source, target))).ShouldBe(expected);

    [Fact]
    public void Words_without_a_link_of_their_own_stay()
    {
        Text(Augment(Linked.Pair("Katzen", "cats", "0-0:0.4"), ("Tassen", "hats"))).ShouldBe("Katzen ||| cats");
        Text(Augment(Linked.Pair("Katzen", "the cats", "0-0 0-1"), ("Tassen", "hats")))
            .ShouldBe("Katzen ||| the cats");
        Text(Augment(Linked.Pair("Katzen", "cats", ""), ("Tassen", "hats"))).ShouldBe("Katzen ||| cats");
    }

    [Fact]
    public void The_share_is_the_probability_of_an_exchange()
    {
        DictionaryAugmenter augmenter = new([("Tassen", "hats")], new AugmentOptions { Share = 0.25 }, 1);
        int exchanged = Enumerable.Range(1, 1000)
            .Count(line => augmenter.Augment(Pair with { Line = line }).Source[1] == "Tassen");

        // Six standard deviations of the binomial distribution are 82.
        exchanged.ShouldBeInRange(250 - 82, 250 + 82);
    }

    private static TokenizedPair Augment(AlignedPair pair, params (string Source, string Target)[] entries) =>
        new DictionaryAugmenter(entries, new AugmentOptions { Share = 1 }, 1).Augment(pair);

    private static string Text(TokenizedPair words) =>
        $"{string.Join(' ', words.Source)} ||| {string.Join(' ', words.Target)}";
}
