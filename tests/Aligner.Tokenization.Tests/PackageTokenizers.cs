using System.Text;
using Microsoft.ML.Tokenizers;

namespace Aligner.Tokenization.Tests;

/// <summary>Tokenizers of Microsoft.ML.Tokenizers, small enough to work out by hand.</summary>
internal static class PackageTokenizers
{
    /// <summary>The pieces of <see cref="Bpe"/>.</summary>
    public static readonly Dictionary<string, int> BpePieces =
        new[] { "[UNK]", "h", "a", "u", "s", "ha", "us", "haus", "e" }.Index().ToDictionary(x => x.Item, x => x.Index);

    /// <summary>Byte-pair encoding with the merges h a, u s, ha us.</summary>
    public static Tokenizer Bpe(Normalizer? normalizer = null)
    {
        string vocabulary = string.Join(", ", BpePieces.Select(piece => $"\"{piece.Key}\": {piece.Value}"));
        return BpeTokenizer.Create(
            Stream($"{{{vocabulary}}}"),
            Stream("#version: 0.2\nh a\nu s\nha us\n"),
            preTokenizer: null,
            normalizer,
            unknownToken: "[UNK]");
    }

    /// <summary>The byte-pair encoding of GPT: every byte, then "ha" and "us".</summary>
    public static Tokenizer Tiktoken()
    {
        IEnumerable<byte[]> tokens =
            [.. Enumerable.Range(0, 256).Select(value => new[] { (byte)value }), [.. "ha"u8], [.. "us"u8]];
        string ranks = string.Join('\n', tokens.Select((token, rank) => $"{Convert.ToBase64String(token)} {rank}"));
        return TiktokenTokenizer.Create(Stream(ranks), preTokenizer: null, normalizer: null);
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
