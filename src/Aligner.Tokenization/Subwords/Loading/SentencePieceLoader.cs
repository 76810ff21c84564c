using Aligner.Core;
using Aligner.Tokenization.Subwords.Decoders;
using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Subwords.Normalizers;
using Aligner.Tokenization.Subwords.PostProcessing;
using Aligner.Tokenization.Subwords.PreTokenizers;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Makes a tokenizer of a SentencePiece <c>.model</c> file.</summary>
internal static class SentencePieceLoader
{
    private const int FairseqOffset = 1;

    /// <param name="name">What messages call the file.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="isFairseq">
    /// Whether ids are those of fairseq's dictionaries, as in XLM-R:
    /// <c>&lt;s&gt; &lt;pad&gt; &lt;/s&gt; &lt;unk&gt;</c>, SentencePiece's ids from 3 plus one, then
    /// <c>&lt;mask&gt;</c>.
    /// </param>
    /// <param name="map"><c>special_tokens_map.json</c>, perhaps absent.</param>
    /// <exception cref="DataException">The file is damaged or of a kind that is not known.</exception>
    public static SubwordTokenizer Read(string name, ReadOnlySpan<byte> bytes, bool isFairseq, JsonSection map)
    {
        try
        {
            return Build(name, SentencePieceFile.Parse(bytes), isFairseq, map);
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException)
        {
            throw new DataException(name, 0, $"not a SentencePiece model: {exception.Message}");
        }
    }

    private static SubwordTokenizer Build(string name, SentencePieceFile file, bool isFairseq, JsonSection map)
    {
        Check(name, file, isFairseq);
        if (isFairseq)
        {
            SentencePieceFile.Entry[] first = [Control("<s>"), Control("<pad>"), Control("</s>"), file.Pieces[0]];
            file.Pieces.RemoveRange(0, first.Length - FairseqOffset);
            file.Pieces.InsertRange(0, first);
            file.Pieces.Add(Control("<mask>"));
        }

        int unknown = file.Pieces.FindIndex(entry => entry.Type == SentencePieceFile.PieceType.Unknown);
        if (unknown < 0)
        {
            throw new InvalidDataException("it has no unknown piece");
        }

        SentencePieceNormalizer normalizer = new(
            file.CharsMap.Length > 0 ? new CharsMap(file.CharsMap) : null, file.RemovesExtraSpaces, file.AddsPrefix);
        ILookup<bool, AddedToken> special = file.Pieces
            .Select((entry, id) => (entry, token: Token(entry, id)))
            .Where(item => !SentencePieceModels.IsSpelled(item.entry))
            .ToLookup(
                item => isFairseq || item.entry.Type == SentencePieceFile.PieceType.UserDefined, item => item.token);
        ISubwordModel model = SentencePieceModels.Make(file, unknown);
        PieceVocabulary names = new([.. file.Pieces.Select(entry => entry.Piece)]);
        return new SubwordTokenizer(
            new SubwordPipeline(normalizer, Splitter(file), model, [.. special[true]]),
            Template(names, isFairseq),
            SpecialTokenNames.Find(names, [], map) with { Unk = unknown },
            [.. special[true], .. special[false]],
            PieceDecoders.Sequence(
            [
                PieceDecoders.ByteFallback,
                PieceDecoders.Metaspace(SentencePieceNormalizer.Space[0], dropsFirst: file.AddsPrefix),
            ]));
    }

    private static void Check(string name, SentencePieceFile file, bool isFairseq)
    {
        if (file.Pieces.Count == 0)
        {
            throw new InvalidDataException("it has no pieces");
        }

        if (file.Type is not (SentencePieceFile.ModelType.Unigram or SentencePieceFile.ModelType.Bpe))
        {
            throw new DataException(name, 0, $"is a model of type {file.Type}; only Unigram and Bpe are known");
        }

        if (file.BlankIsSuffix || !file.EscapesSpaces)
        {
            throw new DataException(name, 0, "has blanks at the end of words or unescaped, which is not known");
        }

        if (isFairseq && file.Pieces.Take(3).Select(entry => entry.Piece) is var first
            && !first.SequenceEqual(["<unk>", "<s>", "</s>"]))
        {
            throw new DataException(
                name, 0, $"begins with {string.Join(' ', first)}, but models as XLM-R with <unk> <s> </s>");
        }
    }

    /// <summary>Users' pieces are found in normalized text; fairseq's special tokens, as they are spelled.</summary>
    private static AddedToken Token(SentencePieceFile.Entry entry, int id) => new(id, entry.Piece)
    {
        Normalized = entry.Type == SentencePieceFile.PieceType.UserDefined,
        StripsLeft = entry.Piece == "<mask>",
    };

    private static SentencePieceFile.Entry Control(string piece) =>
        new(piece, 0, SentencePieceFile.PieceType.Control);

    /// <summary>No piece crosses words, as a rule: then each word is searched by itself.</summary>
    private static SequencePreTokenizer Splitter(SentencePieceFile file) =>
        file.Pieces.Exists(entry => entry.Piece.LastIndexOf(SentencePieceNormalizer.Space[0]) > 0)
            ? new SequencePreTokenizer([])
            : new SequencePreTokenizer(
            [
                new PatternPreTokenizer(
                    MatchFinders.Literal(SentencePieceNormalizer.Space), SplitBehavior.MergedWithNext),
            ]);

    private static SequenceTemplate Template(PieceVocabulary names, bool isFairseq)
    {
        if (isFairseq)
        {
            return SequenceTemplate.Roberta(names.Find("<s>"), names.Find("</s>"));
        }

        (int cls, int sep) = (names.Find("[CLS]"), names.Find("[SEP]"));
        return cls >= 0 && sep >= 0 ? SequenceTemplate.Bert(cls, sep) : SequenceTemplate.Bare;
    }
}
