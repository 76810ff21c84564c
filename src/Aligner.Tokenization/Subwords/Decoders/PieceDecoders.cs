using System.Globalization;
using System.Text;
using Aligner.Tokenization.Subwords.PreTokenizers;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.Decoders;

/// <summary>The steps from pieces back to text, as in Hugging Face's tokenizers.</summary>
internal static class PieceDecoders
{
    private const int BytePieceLength = 6;

    /// <summary>What makes English text of WordPiece look as it is written.</summary>
    private static readonly (string Spaced, string Written)[] Contractions =
    [
        (" .", "."), (" ?", "?"), (" !", "!"), (" ,", ","), (" ' ", "'"), (" n't", "n't"), (" 'm", "'m"),
        (" do not", " don't"), (" 's", "'s"), (" 've", "'ve"), (" 're", "'re"),
    ];

    /// <summary>A space between pieces: what tokenizers without a decoder do.</summary>
    public static IReadOnlyList<string> Spaces(IReadOnlyList<string> pieces) => [string.Join(' ', pieces)];

    /// <summary>All pieces as one.</summary>
    public static IReadOnlyList<string> Fuse(IReadOnlyList<string> pieces) => [string.Concat(pieces)];

    /// <summary>Steps one after the other.</summary>
    public static PieceDecoder Sequence(IReadOnlyList<PieceDecoder> steps) =>
        pieces => steps.Aggregate(pieces, (decoded, step) => step(decoded));

    /// <summary>Pieces that begin with <paramref name="prefix"/> continue a word, others follow a space.</summary>
    /// <param name="prefix">As <c>##</c>.</param>
    /// <param name="cleansUp">Whether spaces before punctuation and English contractions go.</param>
    public static PieceDecoder WordPiece(string prefix, bool cleansUp) => pieces =>
    [
        .. pieces.Select((piece, i) =>
        {
            string joined = i == 0 ? piece
                : piece.StartsWith(prefix, StringComparison.Ordinal) ? piece[prefix.Length..] : $" {piece}";
            return cleansUp ? CleanUp(joined) : joined;
        }),
    ];

    /// <summary>Visible spaces become spaces.</summary>
    /// <param name="replacement">What stands for a space.</param>
    /// <param name="dropsFirst">Whether one at the start of the text goes.</param>
    public static PieceDecoder Metaspace(char replacement, bool dropsFirst) => pieces =>
    [
        .. pieces.Select((piece, i) => i == 0 && dropsFirst
            ? piece.Replace(replacement.ToString(), string.Empty, StringComparison.Ordinal)
            : piece.Replace(replacement, ' ')),
    ];

    /// <summary>Visible characters become bytes, and these text; a piece with other characters keeps them.</summary>
    public static IReadOnlyList<string> ByteLevel(IReadOnlyList<string> pieces) =>
        [Encoding.UTF8.GetString([.. pieces.SelectMany(ByteLevelPreTokenizer.Bytes)])];

    /// <summary>A suffix ends a word.</summary>
    /// <param name="suffix">As <c>&lt;/w&gt;</c>.</param>
    public static PieceDecoder WordEnd(string suffix) => pieces =>
    [
        .. pieces.Select((piece, i) =>
            piece.Replace(suffix, i == pieces.Count - 1 ? string.Empty : " ", StringComparison.Ordinal)),
    ];

    /// <summary>
    /// Runs of pieces such as <c>&lt;0xC3&gt;</c> become characters; where they are none, each byte becomes U+FFFD.
    /// </summary>
    public static IReadOnlyList<string> ByteFallback(IReadOnlyList<string> pieces)
    {
        List<string> decoded = [];
        List<byte> bytes = [];
        foreach (string piece in pieces)
        {
            if (ByteOf(piece) is byte value)
            {
                bytes.Add(value);
                continue;
            }

            Flush();
            decoded.Add(piece);
        }

        Flush();
        return decoded;

        void Flush()
        {
            byte[] run = [.. bytes];
            decoded.AddRange(System.Text.Unicode.Utf8.IsValid(run)
                ? run.Length == 0 ? [] : [Encoding.UTF8.GetString(run)]
                : Enumerable.Repeat("\uFFFD", run.Length));
            bytes.Clear();
        }
    }

    /// <summary>Puts <paramref name="content"/> in place of each match.</summary>
    public static PieceDecoder Replace(MatchFinder pattern, string content) => pieces =>
    [
        .. pieces.Select(piece =>
        {
            List<TokenSpan> matches = [];
            pattern(piece, matches);
            StringBuilder text = new(piece);
            foreach (TokenSpan match in matches.AsEnumerable().Reverse())
            {
                text.Remove(match.Start, match.Length).Insert(match.Start, content);
            }

            return text.ToString();
        }),
    ];

    /// <summary>Takes a character off the ends of each piece.</summary>
    /// <param name="content">The character.</param>
    /// <param name="start">The most of them at the start.</param>
    /// <param name="stop">The most of them at the end.</param>
    public static PieceDecoder Strip(char content, int start, int stop) => pieces =>
    [
        .. pieces.Select(piece =>
        {
            int first = 0, last = piece.Length;
            while (first < Math.Min(start, last) && piece[first] == content)
            {
                first++;
            }

            while (piece.Length - last < stop && last > first && piece[last - 1] == content)
            {
                last--;
            }

            return piece[first..last];
        }),
    ];

    private static string CleanUp(string text) => Contractions.Aggregate(
        text, (cleaned, pair) => cleaned.Replace(pair.Spaced, pair.Written, StringComparison.Ordinal));

    private static byte? ByteOf(string piece) =>
        piece.Length == BytePieceLength && piece.StartsWith("<0x", StringComparison.Ordinal) && piece[^1] == '>'
        && byte.TryParse(piece.AsSpan(3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte b)
            ? b : null;
}
