using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Rendering;
using Aligner.Core.Tests.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Core.Tests.Rendering;

public class TextGridTests
{
    private static readonly TokenizedPair TheHouse = new(["the", "house"], ["la", "casa"]);

    [Fact]
    public void Rows_are_source_tokens_and_columns_are_target_tokens_written_downwards() =>
        TextGrid.Draw(TheHouse, Alignment.Of(new Link(0, 0), new Link(1, 1)), gold: null).ShouldBe(
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
        TextGrid.Draw(new TokenizedPair(["東京", "is"], ["你好", "a"]), Notation.Links("0-0 1-1"), null)
            .ShouldBe(
            [
                "     你",
                "     好a",
                "東京 ● ·",
                "is   · ●",
            ]);

    [Fact]
    public void A_combining_mark_stays_with_its_letter() =>
        TextGrid.Draw(new TokenizedPair(["e\u0301te\u0301"], ["x"]), Alignment.Empty, null)
            .ShouldBe(["    x", "e\u0301te\u0301 ·"]);

    [Fact]
    public void Control_characters_do_not_reach_the_terminal() =>
        TextGrid.Draw(new TokenizedPair(["a\e[2J"], ["b"]), Alignment.Empty, null)[1].ShouldBe("a\uFFFD[2J ·");

    [Fact]
    public void An_empty_side_gives_no_rows_or_no_columns()
    {
        TextGrid.Draw(new TokenizedPair([], ["a"]), Alignment.Empty, null).ShouldBe([" a"]);
        TextGrid.Draw(new TokenizedPair(["a"], []), Alignment.Empty, null).ShouldBe(["a"]);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(0, 2)]
    public void A_link_outside_the_pair_is_refused(int source, int target) =>
        Should.Throw<ArgumentException>(() => TextGrid.Draw(TheHouse, Alignment.Of(new Link(source, target)), null))
            .Message.ShouldContain($"{source}-{target}");

    [Fact]
    public void The_marks_of_two_systems_stand_side_by_side() =>
        TextGrid.Draw(
            TheHouse,
            [Notation.Links("0-0 1-1"), Notation.Links("0-0 0-1")],
            Notation.Gold("0-0 1-1"),
            new GridOptions())
        .Skip(2).ShouldBe(
        [
            "      l  s",
            "      a  a",
            "the   ●● ·×",
            "house ·· ●○",
        ]);

    [Fact]
    public void A_wide_pair_is_drawn_in_bands_of_target_tokens() =>
        TextGrid.Draw(
            new TokenizedPair(["a", "b"], [.. "abcdefghijkl".Select(letter => letter.ToString())]),
            [Notation.Links("0-0 1-11")],
            null,
            new GridOptions { Width = 20 })
        .ShouldBe(
        [
            "  a b c d e f g h i",
            "a ● · · · · · · · ·",
            "b · · · · · · · · ·",
            "",
            "  j k l",
            "a · · ·",
            "b · · ●",
        ]);

    [Fact]
    public void A_pair_of_more_bands_is_a_list_of_words_with_those_that_they_are_linked_with() =>
        TextGrid.Draw(
            new TokenizedPair(["one", "two"], [.. Enumerable.Range(1, 25).Select(number => $"w{number}")]),
            [Notation.Links("0-0 0-1 0-2 0-3")],
            new GoldAlignment(
                Notation.Links("0-0 1-4"), Alignment.Of(Enumerable.Range(5, 17).Select(j => new Link(1, j)))),
            new GridOptions { Width = 20 })
        .ShouldBe(
        [
            "one → ● w1  × w2",
            "      × w3  × w4",
            "two → ○ w5",
            "·   → w6  w7  w8  w9",
            "      w10  w11  w12",
            "      w13  w14  w15",
            "      w16  w17  w18",
            "      w19  w20  w21",
            "      w22  w23  w24",
            "      w25",
        ]);

    [Fact]
    public void A_long_word_is_cut_where_the_width_is_given()
    {
        TokenizedPair pair = new(["incomprehensibilities"], ["x"]);
        TextGrid.Draw(pair, [Alignment.Empty], null, new GridOptions { Width = 24 })[1].ShouldBe("incompr… ·");
        TextGrid.Draw(pair, [Alignment.Empty], null, new GridOptions())[1].ShouldBe("incomprehensibilities ·");
    }

    [Fact]
    public void Marks_are_printed_in_the_style_that_is_given() =>
        TextGrid.Draw(
            TheHouse,
            [Notation.Links("0-0 0-1")],
            Notation.Gold("0-0 1-1"),
            new GridOptions { Style = mark => mark.ToString()[..1] })
        .Skip(4).ShouldBe(["the   S W", "house N M"]);

    [Fact]
    public void No_line_is_longer_than_the_width()
    {
        Gen<string> word =
            Gen.Elements("a", "word", "Übergröße", "東京都庁舎", "e\u0301te\u0301", "Donaudampfschifffahrt");
        (from source in Gen.ArrayOf(word).Resize(30)
         from target in Gen.ArrayOf(word).Resize(60)
         from width in Gen.Choose(GridOptions.LeastWidth, 100)
         from systems in Gen.Choose(1, 2)
         from seed in Gen.Choose(0, 1000)
         select (source, target, width, systems, seed)).Check(item =>
        {
            IEnumerable<Link> all = item.source.SelectMany((_, i) => item.target.Select((_, j) => new Link(i, j)));
            Alignment links = Alignment.Of(all.Where(link => ((7 * link.Source) + link.Target) % 5 == item.seed % 5));
            return TextGrid.Draw(
                new TokenizedPair(item.source, item.target),
                [.. Enumerable.Repeat(links, item.systems)],
                null,
                new GridOptions { Width = item.width })
                .All(line => TerminalText.Elements(line).Sum(TerminalText.Width) <= item.width);
        });
    }

    [Fact]
    public void A_grid_needs_a_system_and_room()
    {
        Should.Throw<ArgumentException>(() => TextGrid.Draw(TheHouse, [], null, new GridOptions()));
        Should.Throw<ArgumentOutOfRangeException>(() =>
            TextGrid.Draw(TheHouse, [Alignment.Empty], null, new GridOptions { Width = 19 }));
    }
}
