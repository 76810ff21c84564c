using Aligner.Applications.Exporting;
using Aligner.Applications.Tests.Pairs;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Tests.Exporting;

public class CodeSwitcherTests
{
    private static readonly AlignedPair Pair =
        Linked.Pair("das 😀 Haus ist rot .", "the 😀 house is red .", "0-0 1-1 2-2 3-3 4-4:0.4 5-5");

    // The smiling face is copied and the full stop has no letters.
    [Fact]
    public void All_words_that_can_be_are_replaced_where_the_share_is_one()
    {
        SwitchedSentence switched = Switch(1, Pair);

        switched.Text.ShouldBe("the 😀 house is rot .");
        switched.Switches.ShouldBe(
        [
            new Switch(new WordSpan(0, 1), new WordSpan(0, 1), new CodePointSpan(0, 3), 0),
            new Switch(new WordSpan(2, 3), new WordSpan(2, 3), new CodePointSpan(6, 11), 0),
            new Switch(new WordSpan(3, 4), new WordSpan(3, 4), new CodePointSpan(12, 14), 0),
        ]);
    }

    [Fact]
    public void Nothing_is_replaced_where_the_share_is_zero_or_there_are_no_words()
    {
        Switch(0, Pair).Text.ShouldBe("das 😀 Haus ist rot .");
        Switch(1, Linked.Pair("", "x", "")).Words.ShouldBeEmpty();
    }

    [Fact]
    public void Phrases_are_replaced_as_a_whole_unless_they_are_too_long()
    {
        AlignedPair pair = Linked.Pair("im Garten", "in the garden", "0-0 0-1 1-2");
        Switch(1, pair).Switches[0].ShouldBe(
            new Switch(new WordSpan(0, 1), new WordSpan(0, 2), new CodePointSpan(0, 6), 0));
        AlignedPair phrase = Linked.Pair("a b", "x y", "0-0 0-1 1-0");
        Switch(1, phrase).Text.ShouldBe("x y");
        new CodeSwitcher(new CodeSwitchOptions { Share = 1, MaximumLength = 1 }, 1).Switch([phrase]).Text
            .ShouldBe("a b");
    }

    [Fact]
    public void Only_entities_are_replaced_where_they_are_given() =>
        new CodeSwitcher(new CodeSwitchOptions { Share = 1 }, 1)
            .Switch([Pair], [new WordSpan(2, 3), new WordSpan(4, 5)]).Text.ShouldBe("das 😀 house ist rot .");

    // 1,000 sentences of five words: 2.5 words each, give or take half a word, so ± 0.05 is six standard deviations.
    [Fact]
    public void The_share_of_replaced_words_is_the_one_that_was_asked_for()
    {
        CodeSwitcher switcher = new(new CodeSwitchOptions { Share = 0.5 }, 1);
        int[] counts =
        [
            .. Enumerable.Range(1, 1000).Select(line =>
                switcher.Switch([Linked.Pair("a b c d e", "v w x y z", "0-0 1-1 2-2 3-3 4-4", line)]).Switches.Count),
        ];
        counts.Average().ShouldBe(2.5, 0.1);
        counts.Distinct().Order().ShouldBe([2, 3]);
    }

    [Fact]
    public void Words_come_from_all_translations_and_the_seed_says_which()
    {
        AlignedPair[] translations = [Linked.Pair("a b", "c d", "0-0 1-1"), Linked.Pair("a b", "e f", "0-1 1-0")];
        string[] texts =
        [
            .. Enumerable.Range(0, 50).Select(seed =>
                new CodeSwitcher(new CodeSwitchOptions { Share = 1 }, (ulong)seed).Switch(translations).Text),
        ];
        texts.Distinct().Order().ShouldBe(["c d", "c e", "f d", "f e"]);
        new CodeSwitcher(new CodeSwitchOptions { Share = 1 }, 7).Switch(translations).Text.ShouldBe(texts[7]);
    }

    [Fact]
    public void Copies_differ()
    {
        CodeSwitcher switcher = new(new CodeSwitchOptions { Share = 0.2 }, 1);
        AlignedPair pair = Linked.Pair("a b c d e", "v w x y z", "0-0 1-1 2-2 3-3 4-4");
        Enumerable.Range(0, 20).Select(copy => switcher.Switch([pair], copy: copy).Text).Distinct().Count()
            .ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Translations_of_different_sentences_are_refused() => Should.Throw<ArgumentException>(
        () => Switch(1, Linked.Pair("a", "x", "0-0"), Linked.Pair("b", "x", "0-0")));

    private static SwitchedSentence Switch(double share, params AlignedPair[] translations) =>
        new CodeSwitcher(new CodeSwitchOptions { Share = share }, 1).Switch(translations);
}
