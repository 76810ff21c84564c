using System.Text.Json;
using Aligner.Tokenization.Subwords;
using Aligner.Tokenization.Subwords.Loading;
using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Subwords.Normalizers;
using Aligner.Tokenization.Subwords.PreTokenizers;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Tests.Subwords;

/// <summary>Runs single steps of a tokenizer.</summary>
internal static class Steps
{
    public static JsonSection Json(string json) =>
        new("test.json", "step", JsonSerializer.Deserialize<JsonElement>(json));

    public static AlignedText Run(this INormalizer normalizer, string text)
    {
        AlignedText aligned = new();
        aligned.Reset(text, 0);
        normalizer.Normalize(aligned);
        return aligned;
    }

    /// <summary>The place of each character in the original, as start:end.</summary>
    public static string Origins(this AlignedText text) => string.Join(
        ' ', Enumerable.Range(0, text.Length).Select(i => text.Origin(new TokenSpan(i, 1))).Select(Place));

    /// <summary>The segments, with | between them.</summary>
    public static string Run(this IPreTokenizer preTokenizer, string text)
    {
        SegmentedText segmented = new();
        segmented.Text.Reset(text, 0);
        segmented.Segments.Add(new TokenSpan(0, text.Length));
        preTokenizer.Split(segmented);
        return string.Join('|', segmented.Segments.Select(segment => segmented.Text.Chars
            .Slice(segment.Start, segment.Length).ToString()));
    }

    /// <summary>The pieces and what they stand for.</summary>
    public static List<(string Piece, TokenSpan Span)> Run(this ISubwordModel model, string segment)
    {
        List<PieceSpan> pieces = [];
        model.Encode(segment, pieces);
        return pieces.ConvertAll(piece => (model.Vocabulary[piece.Id], piece.Span));
    }

    /// <summary>The pieces of a segment, with blanks between them.</summary>
    public static string Spell(this ISubwordModel model, string segment) =>
        string.Join(' ', model.Run(segment).Select(piece => piece.Piece));

    /// <summary>As start:end.</summary>
    public static string Place(TokenSpan span) => $"{span.Start}:{span.End}";
}
