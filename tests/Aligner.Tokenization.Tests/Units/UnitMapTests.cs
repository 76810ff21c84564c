using System.Globalization;
using Aligner.Core.Alignments;
using Aligner.Core.Formats;
using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Units;

public class UnitMapTests
{
    [Theory]
    [InlineData("0:3 3:4 5:8", "0:4 5:8", "0-1 0-1 1-2")] // raw: two tokens on the first word
    [InlineData("0:5 6:7", "0:2 2:5 6:7", "0-2 2-3")] // pieces: the first token has two
    [InlineData("0:3 3:6", "0:2 2:4 4:6", "0-2 1-3")] // a unit that both tokens touch
    [InlineData("1:3 4:5", "0:1 1:3 3:4 4:5 6:7", "0-2 2-5")] // units between and after tokens
    [InlineData("", "0:1", "")]
    public void Tokens_lie_on_the_units_that_they_touch(string tokens, string units, string expected)
    {
        UnitMap map = UnitMap.Of(Spans(tokens), Spans(units));

        string.Join(' ', Enumerable.Range(0, map.TokenCount).Select(k => $"{map[k].First}-{map[k].End}"))
            .ShouldBe(expected);
    }

    [Fact]
    public void Maps_keep_what_they_say_when_they_are_packed() => Prop.ForAll(
        Arb.From(from tokens in Split from units in Split select (tokens, units)),
        pair =>
        {
            UnitMap map = UnitMap.Of(pair.tokens, pair.units);
            MemoryStream bytes = new();
            map.Pack(new BinaryWriter(bytes));
            bytes.Position = 0;
            UnitMap again = UnitMap.Unpack(new BinaryReader(bytes));
            return again.UnitCount == map.UnitCount
                && Enumerable.Range(0, map.TokenCount).All(k => map[k] == again[k])
                && Enumerable.Range(0, map.TokenCount).All(k => Touched(pair.tokens[k], pair.units) == map[k]);
        }).Check(Config.QuickThrowOnFailure.WithReplay(5, 7));

    [Fact]
    public void Links_of_units_have_the_greatest_probability_of_their_tokens()
    {
        UnitMap words = UnitMap.Of(Spans("0:3 3:4 5:8"), Spans("0:4 5:8"));
        UnitMap pieces = UnitMap.Of(Spans("0:5 6:7"), Spans("0:2 2:5 6:7"));
        ScoredAlignment tokens = new(
            [new(new Link(0, 0), 0.5f), new(new Link(1, 0), 0.75f), new(new Link(2, 1), 0.25f)], -1);

        UnitLinks.Lift(tokens, words, pieces).Links.ShouldBe(
            [new(new Link(0, 0), 0.75f), new(new Link(0, 1), 0.75f), new(new Link(1, 2), 0.25f)]);
        UnitLinks.Lift(tokens, null, null).ShouldBeSameAs(tokens);
    }

    /// <summary>Two tokens lie on the first word, and the first target token on two pieces.</summary>
    [Fact]
    public void What_is_known_of_tokens_is_lifted_with_their_links()
    {
        UnitMap words = UnitMap.Of(Spans("0:3 3:4 5:8"), Spans("0:4 5:8"));
        UnitMap pieces = UnitMap.Of(Spans("0:5 6:7"), Spans("0:2 2:5 6:7"));
        ScoredAlignment tokens = new([], -1)
        {
            Judgments = [new("forward", [new(new Link(0, 0), 0.5f), new(new Link(1, 0), 0.25f)])],
            Nulls = new([0.25f, 0.75f, 0.5f], [0.125f, 1]),
        };

        NullProbabilities units = UnitLinks.Lift(tokens, words, pieces).Nulls!;
        units.Source.ShouldBe([0.25f, 0.5f]);
        units.Target.ShouldBe([0.125f, 0.125f, 1]);
        UnitLinks.Lift(tokens, words, null).Nulls!.Target.ShouldBe([0.125f, 1]);
        UnitLinks.Lift(tokens, words, null).Judgments.ShouldHaveSingleItem().Links
            .ShouldBe([new(new Link(0, 0), 0.5f)]);
        UnitLinks.Lift(new AnnotatedAlignment([]) { Judgments = tokens.Judgments }, words, pieces)
            .Judgments.ShouldHaveSingleItem().Links
            .ShouldBe([new(new Link(0, 0), 0.5f), new(new Link(0, 1), 0.5f)]);
    }

    /// <summary>All characters of a line of 12, cut at random places.</summary>
    private static Gen<TokenSpan[]> Split { get; } =
        from cuts in Gen.ArrayOf(Gen.Elements(true, false), 11)
        select Cut(cuts);

    private static TokenSpan[] Cut(bool[] cuts)
    {
        int[] bounds = [0, .. Enumerable.Range(1, 11).Where(k => cuts[k - 1]), 12];
        return [.. bounds.Zip(bounds.Skip(1), (start, end) => new TokenSpan(start, end - start))];
    }

    private static (int First, int End) Touched(TokenSpan token, TokenSpan[] units)
    {
        int[] touched = [.. Enumerable.Range(0, units.Length)
            .Where(k => units[k].Start < token.End && units[k].End > token.Start)];
        return (touched[0], touched[^1] + 1);
    }

    private static TokenSpan[] Spans(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(span => Array.ConvertAll(
                span.Split(':'), digits => int.Parse(digits, CultureInfo.InvariantCulture)))
            .Select(bounds => new TokenSpan(bounds[0], bounds[1] - bounds[0])),
    ];
}
