using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Tests.Words;
using Aligner.Tokenization.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Subwords.Models;

public class UnigramModelTests
{
    private const double UnknownPenalty = 10;

    private static readonly string[] Candidates =
    [
        "a", "b", "c", "𝔸", "ab", "ba", "bc", "ca", "aa", "a𝔸", "abc", "aab", "cab", "bcb", "𝔸b𝔸", "abca",
    ];

    [Theory]
    [InlineData("▁a", "▁a")] // −2 against −3 − 2.5
    [InlineData("▁ab", "▁a b")] // −4.5 against −4.6 and −3 − 4
    [InlineData("▁b", "▁ b")]
    [InlineData("▁axyb", "▁a <unk> b")] // unknown characters in a row are one
    [InlineData("x", "<unk>")]
    public void Takes_the_most_probable_pieces(string segment, string expected) =>
        Model([("<unk>", 0), ("▁", -3), ("▁a", -2), ("a", -2.5), ("b", -2.5), ("ab", -4), ("▁ab", -4.6)])
            .Spell(segment).ShouldBe(expected);

    [Fact]
    public void Of_equals_the_longer_first_piece_wins() =>
        Model([("<unk>", 0), ("a", -1), ("aa", -2), ("aaa", -3)]).Spell("aaa").ShouldBe("aaa");

    [Fact]
    public void No_segmentation_is_more_probable() =>
        Prop.ForAll(
            (from pieces in Gen.Elements(Candidates).NonEmptyListOf()
             from scores in Gen.Choose(-40, -1).ListOf(Candidates.Length)
             from letters in Gen.Elements("a", "b", "c", "𝔸", "x").NonEmptyListOf()
             select (Entries: pieces.Distinct().Zip(scores, (piece, score) => (piece, score / 4.0)).ToArray(),
                Text: string.Concat(letters.Take(9)))).ToArbitrary(),
            item =>
            {
                UnigramModel model = Model([("<unk>", 0), .. item.Entries]);
                Dictionary<string, double> scores = item.Entries.ToDictionary();
                double unknown = scores.Values.Min() - UnknownPenalty;
                double found = 0;
                int position = 0;
                foreach ((string piece, TokenSpan span) in model.Run(item.Text))
                {
                    string spelled = item.Text.Substring(span.Start, span.Length);
                    if (span.Start != position || (piece != "<unk>" && piece != spelled))
                    {
                        return false;
                    }

                    found += piece == "<unk>" ? unknown * spelled.EnumerateRunes().Count() : scores[piece];
                    position = span.End;
                }

                return position == item.Text.Length && found == Best(item.Text, scores, unknown);
            }).Check(TokenizerTestText.Seeded);

    [Theory]
    [InlineData("aéax", "a <0xC3> <0xA9> a <unk>", "0:1 1:2 1:2 2:3 3:4")]
    [InlineData("éé", "<0xC3> <0xA9> <0xC3> <0xA9>", "0:1 0:1 1:2 1:2")]
    [InlineData("éx", "<unk>", "0:2")] // all bytes of a run or none
    public void Unknown_characters_become_bytes_where_asked(string segment, string expected, string places)
    {
        UnigramModel model = Model([("<unk>", 0), ("a", -1), ("<0xC3>", 0), ("<0xA9>", 0)], byteFallback: true);

        model.Spell(segment).ShouldBe(expected);
        string.Join(' ', model.Run(segment).Select(piece => Steps.Place(piece.Span))).ShouldBe(places);
    }

    [Fact]
    public void Long_segments_are_searched_too() =>
        Model([("<unk>", 0), ("ab", -1), ("a", -2)]).Run(string.Concat(Enumerable.Repeat("ab", 5_000)))
            .Count.ShouldBe(5_000);

    private static UnigramModel Model((string Piece, double Score)[] entries, bool byteFallback = false)
    {
        PieceVocabulary vocabulary = new([.. entries.Select(entry => entry.Piece)]);
        double lowest = entries.Min(entry => entry.Score);
        double[] scores = [.. entries.Select(entry => entry.Piece == "<unk>" ? lowest : entry.Score)];
        return new UnigramModel(vocabulary, scores, 0, byteFallback ? vocabulary.BytePieces() : null);
    }

    /// <summary>The log-probability of the best of all segmentations, tried one by one.</summary>
    private static double Best(string text, Dictionary<string, double> scores, double unknown)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        int first = char.IsHighSurrogate(text[0]) ? 2 : 1;
        double best = scores.ContainsKey(text[..first])
            ? double.NegativeInfinity : unknown + Best(text[first..], scores, unknown);
        foreach ((string piece, double score) in scores)
        {
            if (text.StartsWith(piece, StringComparison.Ordinal))
            {
                best = Math.Max(best, score + Best(text[piece.Length..], scores, unknown));
            }
        }

        return best;
    }
}
