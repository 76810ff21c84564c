using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Rendering;

namespace Aligner.Core.Tests.Rendering;

public class TextGridTests
{
    private static readonly TokenizedPair TheHouse = new(["the", "house"], ["la", "casa"]);

    [Fact]
    public void Rows_are_source_tokens_and_columns_are_target_tokens_written_downwards() =>
        TextGrid.Draw(TheHouse, Alignment.Of(new Link(0, 0), new Link(1, 1))).ShouldBe(
        [
            "        c",
            "        a",
            "      l s",
            "      a a",
            "the   ● ·",
            "house · ●",
        ]);

    [Fact]
    public void Gold_tells_sure_possible_wrong_and_missed_links_apart() =>
        TextGrid.Draw(
            TheHouse,
            Alignment.Of(new Link(0, 0), new Link(0, 1), new Link(1, 0)),
            new GoldAlignment(Alignment.Of(new Link(0, 0), new Link(1, 1)), Alignment.Of(new Link(0, 1))))
        .Skip(4).ShouldBe(
        [
            "the   ● ◐",
            "house × ○",
        ]);

    [Fact]
    public void Wide_characters_fill_their_column_and_the_margin_counts_them_twice() =>
        TextGrid.Draw(new TokenizedPair(["東京", "is"], ["你好", "a"]), Alignment.Of(new Link(0, 0), new Link(1, 1)))
            .ShouldBe(
            [
                "     你",
                "     好a",
                "東京 ● ·",
                "is   · ●",
            ]);

    [Fact]
    public void A_combining_mark_stays_with_its_letter() =>
        TextGrid.Draw(new TokenizedPair(["e\u0301te\u0301"], ["x"]), Alignment.Empty)
            .ShouldBe(["    x", "e\u0301te\u0301 ·"]);

    [Fact]
    public void Control_characters_do_not_reach_the_terminal() =>
        TextGrid.Draw(new TokenizedPair(["a\e[2J"], ["b"]), Alignment.Empty)[1].ShouldBe("a\uFFFD[2J ·");

    [Fact]
    public void An_empty_side_gives_no_rows_or_no_columns()
    {
        TextGrid.Draw(new TokenizedPair([], ["a"]), Alignment.Empty).ShouldBe([" a"]);
        TextGrid.Draw(new TokenizedPair(["a"], []), Alignment.Empty).ShouldBe(["a"]);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(0, 2)]
    public void A_link_outside_the_pair_is_refused(int source, int target) =>
        Should.Throw<ArgumentException>(() => TextGrid.Draw(TheHouse, Alignment.Of(new Link(source, target))))
            .Message.ShouldContain($"{source}-{target}");
}
