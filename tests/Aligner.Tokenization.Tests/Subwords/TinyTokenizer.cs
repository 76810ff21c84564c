using Aligner.Tokenization.Subwords;

namespace Aligner.Tokenization.Tests.Subwords;

/// <summary>Tokenizers small enough to work out by hand.</summary>
internal static class TinyTokenizer
{
    public const string WordPiece = """
        {"type": "WordPiece", "unk_token": "[UNK]",
         "vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "un": 3, "##able": 4, "##a": 5, "a": 6, ".": 7, "é": 8, "e": 9}}
        """;

    public const string Unigram = """
        {"type": "Unigram", "unk_id": 0,
         "vocab": [["<unk>", 0], ["▁", -3], ["▁a", -2], ["a", -2.5], ["b", -2.5], ["ab", -4], ["▁ab", -4.6]]}
        """;

    public const string Bpe = """
        {"type": "BPE", "vocab": {"a": 0, "b": 1, "c": 2, "ab": 3, "bc": 4, "abc": 5, "Ġ": 6, "Ã": 7, "©": 8},
         "merges": ["b c", ["a", "b"], "a bc"]}
        """;

    /// <summary>Loads a <c>tokenizer.json</c> with this model and these further members.</summary>
    public static SubwordTokenizer Load(string model, string members = "")
    {
        using TempFolder folder = new();
        return SubwordTokenizer.Load(folder.Write("tokenizer.json", $"{{\"model\": {model} {members}}}"));
    }

    /// <summary>The spellings of the pieces.</summary>
    public static string Pieces(this SubwordTokenizer tokenizer, EncodedPieces pieces) =>
        string.Join(' ', pieces.Ids.ToArray().Select(tokenizer.Piece));

    /// <summary>The places of the pieces, as start:end.</summary>
    public static string Places(this EncodedPieces pieces) =>
        string.Join(' ', pieces.Spans.ToArray().Select(Steps.Place));
}
