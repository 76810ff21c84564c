using Aligner.Statistical.StemLexicons;
using FsCheck.Fluent;

namespace Aligner.Statistical.Tests.StemLexicons;

public class StemLexiconTests
{
    /// <summary>FNV-1a of "a" is 0xaf63dc4c8601ec8c (RFC 9923); then the finalizer of SplitMix64, by Python.</summary>
    [Theory]
    [InlineData("a", 0x02C0BDBF481420F8)]
    [InlineData("", 0xF52A15E9A9B5E89B)]
    public void Stems_have_the_same_numbers_everywhere(string word, ulong expected) =>
        StemHash.Of(word).ShouldBe(expected);

    [Theory]
    [InlineData("Übersetzung", "uberschuss")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("house", "HOUSES")]
    public void Words_with_the_same_first_letters_have_one_stem(string one, string other) =>
        StemHash.Of(one).ShouldBe(StemHash.Of(other));

    [Fact]
    public void Other_words_have_other_stems() => StemHash.Of("hous").ShouldNotBe(StemHash.Of("house"));

    /// <summary>A few may have the bucket and the fingerprint of another.</summary>
    [Fact]
    public void What_went_in_comes_out_in_either_order() => Gen.Choose(0, 3_000).Check(count =>
    {
        StemLexiconBuilder builder = new();
        builder.Add("x-y", Enumerable.Range(0, count).SelectMany(
            k => Enumerable.Repeat(Linked.Pair($"{k}e", $"{k}f"), Count(k))));
        StemLexicon lexicon = builder.Build(int.MaxValue);

        lexicon.Count.ShouldBeInRange(count - 3, count);
        Enumerable.Range(0, count).Count(k => lexicon.CountOf(0, $"{k}e", $"{k}f") == Count(k))
            .ShouldBeInRange(count - 3, count);
        Enumerable.Range(0, count).ShouldAllBe(
            k => lexicon.CountOf(0, $"{k}f", $"{k}e") == lexicon.CountOf(0, $"{k}e", $"{k}f"));

        static int Count(int k) => 1 << (k % 4);
    });

    [Fact]
    public void Pairs_that_were_never_seen_are_rarely_taken_for_others()
    {
        StemLexiconBuilder builder = new();
        builder.Add("x-y", Enumerable.Range(0, 20_000).Select(k => Linked.Pair($"{k:x4}e", $"{k:x4}f")));
        StemLexicon lexicon = builder.Build(int.MaxValue);

        int confused = Enumerable.Range(0, 60_000).Count(k => lexicon.CountOf(0, $"{k:x4}g", $"{k:x4}h") > 0);

        // Some 10 of a bucket's 65,536 fingerprints are taken: 9 or so of 60,000 pairs find one.
        confused.ShouldBeLessThan(30);
    }

    [Fact]
    public void Language_pairs_are_kept_apart()
    {
        StemLexiconBuilder builder = new();
        builder.Add("de-en", [Linked.Pair("gift", "poison"), Linked.Pair("gift", "poison")]);
        builder.Add("en-sv", [Linked.Pair("poison", "gift"), Linked.Pair("present", "gift")]);
        StemLexicon lexicon = builder.Build(10);

        lexicon.Languages.ShouldBe(["de-en", "en-sv"]);
        lexicon.CountOf(0, "poison", "Gift").ShouldBe(2);
        lexicon.CountOf(1, "poison", "Gift").ShouldBe(1);
        lexicon.CountOf(0, "present", "gift").ShouldBe(0);
        lexicon.CountOf(1, "present", "gift").ShouldBe(1);
    }

    [Fact]
    public void An_empty_lexicon_knows_nothing()
    {
        StemLexicon lexicon = new StemLexiconBuilder().Build(10);

        lexicon.Languages.ShouldBeEmpty();
        lexicon.CountOf(0, "a", "b").ShouldBe(0);
    }
}
