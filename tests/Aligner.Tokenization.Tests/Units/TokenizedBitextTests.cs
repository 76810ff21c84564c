using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Units;

public class TokenizedBitextTests
{
    private static readonly TextOptions Detected =
        new() { SourceTokenizer = Tokenizers.Auto, TargetTokenizer = Tokenizers.Auto };

    [Fact]
    public void Each_side_is_read_as_it_is_written()
    {
        using TokenizedBitext bitext = Open(new UnitOptions(), ("It's late.", "es ist spät ."), ("", "a b"));

        SplitPair first = bitext.Read()!;
        SplitPair second = bitext.Read()!;

        first.Tokens.Source.ShouldBe(["It", "'s", "late", "."]);
        first.Units.Source.ShouldBe(["It's", "late."]);
        first.Target.Map.ShouldBeNull();
        first.Units.Target.ShouldBe(["es", "ist", "spät", "."]);
        second.Tokens.Source.ShouldBeEmpty();
        second.Units.Source.ShouldBeEmpty();
        bitext.Read().ShouldBeNull();
        (bitext.Text.SourceTokenizer, bitext.Text.TargetTokenizer).ShouldBe(("raw", "none"));
    }

    [Fact]
    public void Links_count_the_words_of_raw_lines()
    {
        using TokenizedBitext bitext = Open(new UnitOptions(), ("It's late.", "es ist spät ."));
        ScoredAlignment tokens = Links((0, 0), (1, 1), (2, 2), (3, 3));

        bitext.Read()!.Lift(tokens).ToAlignment().ToString().ShouldBe("0-0 0-1 1-2 1-3");
    }

    [Fact]
    public void All_pieces_of_linked_words_are_linked()
    {
        using TokenizedBitext bitext = Open(new UnitOptions(), ("▁the ▁hou se ▁", "das Ha@@ us"));
        SplitPair pair = bitext.Read()!;

        pair.Tokens.Source.ShouldBe(["the", "house"]);
        pair.Tokens.Target.ShouldBe(["das", "Haus"]);
        pair.Units.Source.ShouldBe(["▁the", "▁hou", "se", "▁"]);
        pair.Lift(Links((0, 0), (1, 1))).ToAlignment().ToString().ShouldBe("0-0 1-1 1-2 2-1 2-2 3-1 3-2");
    }

    [Fact]
    public void Words_of_pieces_are_the_words_that_they_spell()
    {
        using TokenizedBitext bitext = Open(
            new UnitOptions { Units = LinkUnits.Words }, ("▁The ▁hou se .", "das Ha@@ us"));
        SplitPair pair = bitext.Read()!;

        pair.Tokens.Source.ShouldBe(["The", "house", "."]);
        pair.Units.Source.ShouldBe(["The", "house."]);
        pair.Units.Target.ShouldBe(["das", "Haus"]);
        pair.Lift(Links((0, 0), (1, 1), (2, 1))).ToAlignment().ToString().ShouldBe("0-0 1-1");
    }

    [Fact]
    public void Characters_are_code_points_of_the_line()
    {
        using TokenizedBitext bitext = Open(
            new UnitOptions { Units = LinkUnits.Characters }, ("😀 Hi, you!", "▁ha llo ▁du"));
        SplitPair pair = bitext.Read()!;

        pair.Units.Source.ShouldBe(["😀", "Hi", ",", "you", "!"]);
        pair.Characters.Source.ShouldBe([new(0, 1), new(2, 4), new(4, 5), new(6, 9), new(9, 10)]);
        pair.Characters.Target.ShouldBe([new(0, 7), new(8, 11)]);
    }

    [Fact]
    public void Links_of_words_become_links_of_like_tokens()
    {
        using TokenizedBitext bitext = Open(new UnitOptions(), ("Wait, please.", "Bitte warten."));

        UnitLinks.Lower(Alignment.Of(new Link(0, 1), new Link(1, 0)), bitext.Read()!).ToString()
            .ShouldBe("0-1 1-2 2-0");
    }

    [Fact]
    public void A_log_lifts_links_as_the_pairs_do()
    {
        using TokenizedBitext bitext = Open(new UnitOptions(), ("It's late.", "es ist spät ."), ("a.", "b ."));
        UnitLog log = new(bitext);

        log.Read().Count().ShouldBe(2);
        log.Lift(0, Links((0, 0), (1, 1), (3, 3))).ToAlignment().ToString().ShouldBe("0-0 0-1 1-3");
        log.Lift(1, Links((1, 1))).ToAlignment().ToString().ShouldBe("0-1");
        log.Pair(0).ShouldBeNull();
    }

    [Fact]
    public void With_answers_at_once_no_pair_is_read_ahead()
    {
        int read = 0;
        List<TextLayout> heard = [];
        using TokenizedBitext bitext = new(
            new Counting(() => read++ == 0 ? "hello" : "Good morning, world."), Detected, new UnitOptions(),
            answersAtOnce: true, heard.Add);

        bitext.Read()!.Tokens.Source.ShouldBe(["hello"]);
        read.ShouldBe(1);
        bitext.Read()!.Tokens.Source.ShouldBe(["Good", "morning", ",", "world", "."]);
        heard.Select(layout => layout.Source.Kind).ShouldBe([TextKind.Tokenized, TextKind.Raw]);
    }

    [Fact]
    public void The_parts_of_a_text_are_the_text()
    {
        string[] lines = ["It's late.", "a , b", "", "▁wa it ,", "Yes, sir!"];
        Gen<(string[] Lines, int Parts, bool AtOnce)> cases =
            from text in Gen.Elements(lines).ArrayOf()
            from parts in Gen.Choose(1, 6)
            from atOnce in Gen.Elements(true, false)
            select (text, parts, atOnce);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            using TokenizedBitext whole = Open(c.Lines, c.AtOnce);
            string[] parts = [.. Enumerable.Range(1, c.Parts).SelectMany(number =>
            {
                using TokenizedBitext text = Open(c.Lines, c.AtOnce);
                return Read(text.Narrow(new Shard(number, c.Parts).Of(c.Lines.Length, block: 1)));
            })];
            return parts.SequenceEqual(Read(whole));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(1, 3));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_first_lines_of_the_whole_choose_how_a_part_is_read(bool answersAtOnce)
    {
        string[] lines =
            [.. Enumerable.Repeat("Yes, sir!", TokenizedBitext.SampleSize), .. Enumerable.Repeat("a , b", 100)];
        using TokenizedBitext text = Open(lines, answersAtOnce);
        SplitPair pair = text.Narrow(new PairRange(599, 600)).Read()!;

        pair.Line.ShouldBe(600);
        text.Layout.Source.Kind.ShouldBe(TextKind.Raw);
        text.Read().ShouldBeNull();
    }

    private static TokenizedBitext Open(string[] sources, bool answersAtOnce) => new(
        new ListBitextReader("test", [.. sources.Select((source, k) => new SentencePair(k + 1, source, "x"))]),
        Detected,
        new UnitOptions(),
        answersAtOnce);

    private static string[] Read(TokenizedBitext text) => [.. text.ReadAll().Select(pair =>
        $"{pair.Line} {string.Join('_', pair.Tokens.Source)} {string.Join('_', pair.Units.Source)}")];

    private static TokenizedBitext Open(UnitOptions units, params (string Source, string Target)[] pairs) => new(
        new ListBitextReader("test", [.. pairs.Select((pair, k) => new SentencePair(k + 1, pair.Source, pair.Target))]),
        Detected,
        units);

    private static ScoredAlignment Links(params (int Source, int Target)[] links) =>
        new([.. links.Select(link => new ScoredLink(new Link(link.Source, link.Target), 1))], 0);

    private sealed class Counting(Func<string> next) : BitextReader
    {
        public override string Name => "test";

        public override SentencePair? Read() => new(1, next(), "x");

        protected override void Dispose(bool disposing)
        {
        }
    }
}
