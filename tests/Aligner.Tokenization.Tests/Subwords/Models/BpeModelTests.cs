using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Aligner.Tokenization.Subwords;
using Aligner.Tokenization.Subwords.Loading;
using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Tests.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Subwords.Models;

public class BpeModelTests
{
    private static readonly string[] Bytes = ["a", "b", "Ã", "©", "Ġ", "'", "s"];

    [Theory]
    [InlineData("abc", "abc")] // b c first, then a bc
    [InlineData("ab", "ab")]
    [InlineData("aab", "a ab")]
    [InlineData("bcbc", "bc bc")]
    [InlineData("axb", "ab")] // without an unknown piece, x is dropped
    public void Merges_the_lowest_rank_first(string segment, string expected) =>
        ModelJson.Read(Steps.Json(TinyTokenizer.Bpe)).Spell(segment).ShouldBe(expected);

    [Theory]
    [InlineData("", "ax𝔸b", "a ? ? b", "0:1 1:2 2:4 4:5")]
    [InlineData(""", "fuse_unk": true""", "ax𝔸b", "a ? b", "0:1 1:4 4:5")]
    [InlineData(""", "byte_fallback": true""", "aéx", "a <0xC3> <0xA9> ?", "0:1 1:2 1:2 2:3")]
    [InlineData("", "aba", "ab a", "0:2 2:3")]
    [InlineData(""", "ignore_merges": true""", "aba", "aba", "0:3")]
    public void Options_say_what_becomes_of_the_rest(string members, string segment, string expected, string places)
    {
        ISubwordModel model = ModelJson.Read(Steps.Json($$"""
            {"type": "BPE", "unk_token": "?", "merges": ["a b"],
             "vocab": {"?": 0, "a": 1, "b": 2, "ab": 3, "aba": 4, "<0xC3>": 5, "<0xA9>": 6}{{members}}}
            """));

        model.Spell(segment).ShouldBe(expected);
        string.Join(' ', model.Run(segment).Select(piece => Steps.Place(piece.Span))).ShouldBe(places);
    }

    [Theory]
    [InlineData("ab", "ab</w>")]
    [InlineData("aa", "a ##a</w>")]
    [InlineData("a", "a</w>")]
    public void Pieces_may_be_marked_within_and_at_the_end_of_words(string segment, string expected) =>
        ModelJson.Read(Steps.Json("""
            {"type": "BPE", "continuing_subword_prefix": "##", "end_of_word_suffix": "</w>",
             "vocab": {"a": 0, "a</w>": 1, "##a</w>": 2, "##b</w>": 3, "ab</w>": 4}, "merges": ["a ##b</w>"]}
            """)).Spell(segment).ShouldBe(expected);

    [Fact]
    public void The_rank_of_a_merge_is_its_last_place() =>
        ModelJson.Read(Steps.Json("""
            {"type": "BPE", "vocab": {"a": 0, "b": 1, "c": 2, "ab": 3, "bc": 4}, "merges": ["a b", "b c", "a b"]}
            """)).Spell("abc").ShouldBe("a bc");

    [Fact]
    public void Byte_level_pieces_are_those_of_naive_merging() =>
        Prop.ForAll(
            (from picks in Gen.Choose(0, 1000).ListOf(16)
             from letters in Gen.Elements("a", "b", "é", " ", "ab", "'s").ListOf()
             select (Merges: MakeMerges(picks), Text: string.Concat(letters))).ToArbitrary(),
            item =>
            {
                string[] vocabulary =
                    [.. Bytes.Concat(item.Merges.Select(merge => merge.Left + merge.Right)).Distinct()];
                SubwordTokenizer tokenizer = TinyTokenizer.Load(
                    JsonSerializer.Serialize(new
                    {
                        type = "BPE",
                        vocab = vocabulary.Index().ToDictionary(entry => entry.Item, entry => entry.Index),
                        merges = item.Merges.Select(merge => new[] { merge.Left, merge.Right }),
                    }),
                    """, "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false}""");

                return tokenizer.Pieces(tokenizer.Encode(item.Text)) == string.Join(' ', Naive(item.Text, item.Merges));
            }).Check(TokenizerTestText.Seeded.WithMaxTest(100));

    /// <summary>Each merge joins two pieces that there are by then.</summary>
    private static List<(string Left, string Right)> MakeMerges(List<int> picks)
    {
        List<string> pieces = [.. Bytes];
        List<(string Left, string Right)> merges = [];
        for (int i = 0; i + 1 < picks.Count; i += 2)
        {
            (string left, string right) = (pieces[picks[i] % pieces.Count], pieces[picks[i + 1] % pieces.Count]);
            if (!merges.Contains((left, right)))
            {
                merges.Add((left, right));
                pieces.Add(left + right);
            }
        }

        return merges;
    }

    private static IEnumerable<string> Naive(string text, List<(string Left, string Right)> merges)
    {
        foreach (Match word in Regex.Matches(text, @"'s| ?\p{L}+| ?'+|\s+(?!\S)|\s+"))
        {
            List<string> pieces = [.. Encoding.UTF8.GetBytes(word.Value)
                .Select(value => value == ' ' ? "Ġ" : ((char)value).ToString())];
            while (true)
            {
                int best = Enumerable.Range(0, pieces.Count - 1)
                    .Where(i => merges.Contains((pieces[i], pieces[i + 1])))
                    .OrderBy(i => merges.IndexOf((pieces[i], pieces[i + 1]))).FirstOrDefault(-1);
                if (best < 0)
                {
                    break;
                }

                pieces[best] += pieces[best + 1];
                pieces.RemoveAt(best + 1);
            }

            foreach (string piece in pieces)
            {
                yield return piece;
            }
        }
    }
}
