using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Tests.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Subwords.Models;

public class PieceTrieTests
{
    [Fact]
    public void Finds_what_a_dictionary_finds() =>
        Prop.ForAll(
            Gen.Elements('a', 'b', '\0', '\uFFFF').NonEmptyListOf().Select(string.Concat).ListOf().ToArbitrary(),
            words =>
            {
                PieceTrie trie = new(0);
                Dictionary<string, int> expected = [];
                foreach ((int i, string word) in words.Index())
                {
                    trie.Add(word, i);
                    expected[word] = i;
                }

                return words.Concat(["", "a", "ab", "\0a"]).All(word =>
                {
                    int length = Enumerable.Range(1, word.Length).LastOrDefault(i => expected.ContainsKey(word[..i]));
                    (int, int) longest = (length, length > 0 ? expected[word[..length]] : PieceTrie.None);
                    return trie.Find(word) == expected.GetValueOrDefault(word, PieceTrie.None)
                        && trie.LongestPrefix(PieceTrie.Root, word) == longest;
                });
            }).Check(TokenizerTestText.Seeded);

    [Fact]
    public void Grows()
    {
        PieceTrie trie = new(1);
        string[] words = [.. Enumerable.Range(0, 20_000).Select(i => $"{i:x}")];
        foreach ((int i, string word) in words.Index())
        {
            trie.Add(word, i);
        }

        words.Select(word => trie.Find(word)).ShouldBe(Enumerable.Range(0, words.Length));
    }

    [Fact]
    public void Byte_pieces_are_found_by_their_names()
    {
        int[] bytes = new PieceVocabulary(["<0x0A>", "<0xff>", "<0xFF>"]).BytePieces();

        bytes.Length.ShouldBe(256);
        (bytes[10], bytes[255], bytes[0]).ShouldBe((0, 2, -1));
    }
}
