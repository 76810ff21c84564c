using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Tests.Words;
using Aligner.Tokenization.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Subwords.Models;

public class WordPieceModelTests
{
    private static readonly string[] Vocabulary =
        ["[UNK]", "un", "unab", "##able", "##a", "##le", "##ble", "a", "##", "x𝔸", "##𝔸"];

    [Theory]
    [InlineData("unable", "unab ##le")] // the longest first, not un ##able
    [InlineData("una", "un ##a")]
    [InlineData("able", "a ##ble")]
    [InlineData("unb", "[UNK]")] // nothing goes on with b
    [InlineData("le", "[UNK]")] // only as ##le
    [InlineData("x𝔸𝔸a", "x𝔸 ##𝔸 ##a")]
    [InlineData("##", "##")]
    public void Takes_the_longest_piece_first(string segment, string expected) =>
        Model(Vocabulary).Spell(segment).ShouldBe(expected);

    [Theory]
    [InlineData("aaaa", 4, "a ##a ##a ##a")]
    [InlineData("aaaaa", 4, "[UNK]")]
    [InlineData("x𝔸𝔸𝔸", 4, "x𝔸 ##𝔸 ##𝔸")] // seven code units, four characters
    public void Longer_words_are_unknown(string segment, int maxCharacters, string expected) =>
        new WordPieceModel(new PieceVocabulary(Vocabulary), 0, "##", maxCharacters).Spell(segment).ShouldBe(expected);

    [Fact]
    public void Without_pieces_that_go_on_only_whole_words_are_known()
    {
        WordPieceModel model = new(new PieceVocabulary(["[UNK]", "a"]), 0, "@@");

        model.Spell("a").ShouldBe("a");
        model.Run("aa").ShouldBe([("[UNK]", new TokenSpan(0, 2))]);
    }

    [Fact]
    public void Pieces_are_those_of_naive_matching() =>
        Prop.ForAll(
            (from pieces in Gen.Elements("a", "b", "ab", "ba", "aba", "##a", "##b", "##ab", "##bb", "##aba").ListOf()
             from letters in Gen.Elements('a', 'b').NonEmptyListOf()
             select (Pieces: pieces.ToHashSet(), Word: string.Concat(letters))).ToArbitrary(),
            item => Model(["[UNK]", .. item.Pieces]).Spell(item.Word) == Naive(item.Word, item.Pieces))
            .Check(TokenizerTestText.Seeded);

    private static WordPieceModel Model(string[] pieces) => new(new PieceVocabulary(pieces), 0);

    private static string Naive(string word, HashSet<string> vocabulary)
    {
        List<string> pieces = [];
        while (word.Length > 0)
        {
            string prefix = pieces.Count == 0 ? string.Empty : "##";
            int length = Enumerable.Range(1, word.Length).LastOrDefault(i => vocabulary.Contains(prefix + word[..i]));
            if (length == 0)
            {
                return "[UNK]";
            }

            pieces.Add(prefix + word[..length]);
            word = word[length..];
        }

        return string.Join(' ', pieces);
    }
}
