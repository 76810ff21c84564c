namespace Aligner.Tokenization.Subwords;

/// <summary>
/// How much of a sentence an encoder reads: time and memory grow with the pieces, and the matrix of a pair with their
/// product, so that a single line of base64 could take minutes and gigabytes.
/// </summary>
public sealed record PieceBounds
{
    /// <summary>The bounds that aligners use.</summary>
    public static PieceBounds Default { get; } = new();

    /// <summary>UTF-16 code units of a word that are looked at; default 1,024.</summary>
    public int CharactersOfWord { get; init; } = 1024;

    /// <summary>Pieces of a word; default 128.</summary>
    public int PiecesOfWord { get; init; } = 128;

    /// <summary>
    /// Pieces of a sentence; default 4,096. In a longer one each word has at most an equal share, one piece at least.
    /// </summary>
    public int PiecesOfSentence { get; init; } = 4096;

    /// <summary>The beginning of a word, as far as it is looked at.</summary>
    internal string Cut(string word) => word.Length <= CharactersOfWord
        ? word
        : word[..(CharactersOfWord - (char.IsHighSurrogate(word[CharactersOfWord - 1]) ? 1 : 0))];

    /// <summary>The first pieces of each word, as many as the bounds allow.</summary>
    internal EncodedPieces Cut(EncodedPieces pieces, int words)
    {
        EncodedPieces cut = pieces.FirstOfEachWord(PiecesOfWord);
        return cut.Count > PiecesOfSentence
            ? cut.FirstOfEachWord(Math.Max(1, PiecesOfSentence / words))
            : cut;
    }
}
