using System.Buffers;
using Aligner.Core;
using Aligner.Tokenization.Subwords.Decoders;
using Aligner.Tokenization.Subwords.Loading;
using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Subwords.PostProcessing;
using Aligner.Tokenization.Words;
using Microsoft.ML.Tokenizers;

namespace Aligner.Tokenization.Subwords;

/// <summary>
/// The tokenizer of a pretrained encoder: words or text in, ids of pieces out, each with its word and place.
/// </summary>
/// <remarks>
/// Spellings of special tokens within the text, as <c>[SEP]</c>, become these tokens where <c>tokenizer.json</c> says
/// so, as in Hugging Face's tokenizers. Safe to share between threads. As a <see cref="Tokenizer"/> it gives pieces
/// without special tokens around them, with their places in the text as it was given: the normalized text is null.
/// </remarks>
public sealed class SubwordTokenizer : Tokenizer
{
    private readonly SubwordPipeline _pipeline;
    private readonly Lazy<SubwordPipeline> _unsplit;
    private readonly Lazy<SubwordPipeline> _asItIs;
    private readonly Lazy<SubwordPipeline> _unnormalized;
    private readonly SequenceTemplate _template;
    private readonly PieceDecoder _decoder;
    private readonly Dictionary<int, string> _addedPieces;
    private readonly PieceCache _words = new();

    internal SubwordTokenizer(
        SubwordPipeline pipeline,
        SequenceTemplate template,
        SpecialTokenIds specialTokens,
        IReadOnlyList<AddedToken> added,
        PieceDecoder decoder)
    {
        _pipeline = pipeline;
        _unsplit = new(() => pipeline.With(normalizes: true, splits: false));
        _asItIs = new(() => pipeline.With(normalizes: false, splits: false));
        _unnormalized = new(() => pipeline.With(normalizes: false, splits: true));
        _template = template;
        _decoder = decoder;
        SpecialTokens = specialTokens;
        _addedPieces = added.ToDictionary(token => token.Id, token => token.Content);
        VocabularySize = Math.Max(pipeline.Model.Vocabulary.Count, added.Select(token => token.Id + 1).Append(0).Max());
    }

    /// <summary>The ids of the special tokens.</summary>
    public SpecialTokenIds SpecialTokens { get; }

    /// <summary>One more than the largest id.</summary>
    public int VocabularySize { get; }

    /// <summary>Loads a tokenizer.</summary>
    /// <param name="path">
    /// A Hugging Face <c>tokenizer.json</c>, a BERT <c>vocab.txt</c>, a SentencePiece <c>.model</c>, a RoBERTa
    /// <c>vocab.json</c> beside its <c>merges.txt</c>, each but the last perhaps gzipped; or a folder with one of them,
    /// taken in this order. <c>tokenizer_config.json</c>, <c>special_tokens_map.json</c> and <c>config.json</c> beside
    /// it are heeded.
    /// </param>
    /// <exception cref="DataException">
    /// There is no such file, it is damaged, or it asks for a step that is not known here; the message says which.
    /// </exception>
    public static SubwordTokenizer Load(string path) => TokenizerLoader.Load(path);

    /// <summary>
    /// The pieces of another tokenizer of Microsoft.ML.Tokenizers, for an encoder that was trained with it. Text is
    /// split at white space first, and each word is tokenized by itself.
    /// </summary>
    /// <param name="tokenizer">The tokenizer.</param>
    /// <param name="vocabulary">
    /// Its pieces and their ids. The special tokens of BERT or RoBERTa among them, spelled as usual, are put around
    /// sentences.
    /// </param>
    /// <exception cref="ArgumentException">Two pieces have one id, or an id is negative or far too high.</exception>
    public static SubwordTokenizer Of(Tokenizer tokenizer, IReadOnlyDictionary<string, int> vocabulary) =>
        PackageTokenizer.Wrap(tokenizer, vocabulary);

    /// <summary>The pieces of words, each tokenized by itself; no special tokens are put around them.</summary>
    public EncodedPieces Encode(IReadOnlyList<string> words)
    {
        List<PieceSpan> pieces = new(words.Count * 2);
        List<int> indices = new(words.Count * 2);
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i];
            if (_words.Find(word) is PieceSpan[] known)
            {
                pieces.AddRange(known.AsSpan());
            }
            else
            {
                int first = pieces.Count;
                _pipeline.Encode(word, pieces, segments: null);
                _words.Add(word, [.. pieces[first..]]);
            }

            while (indices.Count < pieces.Count)
            {
                indices.Add(i);
            }
        }

        return Pack(pieces, indices);
    }

    /// <summary>The same, with no more pieces than <paramref name="bounds"/> allow.</summary>
    public EncodedPieces Encode(IReadOnlyList<string> words, PieceBounds bounds)
    {
        bool isLong = words.Any(word => word.Length > bounds.CharactersOfWord);
        EncodedPieces pieces = bounds.Cut(Encode(isLong ? [.. words.Select(bounds.Cut)] : words), words.Count);
        return isLong && !pieces.IsCut ? pieces.AsCut() : pieces;
    }

    /// <summary>The pieces of a text; no special tokens are put around them.</summary>
    public EncodedPieces Encode(string text)
    {
        List<PieceSpan> pieces = [];
        List<int> segments = [];
        _pipeline.Encode(text, pieces, segments);
        return Pack(pieces, segments);
    }

    /// <summary>A sentence with the special tokens that the model wants around it.</summary>
    public EncodedSequence AddSpecialTokens(EncodedPieces pieces) => _template.Single(pieces);

    /// <summary>Two sentences with the special tokens that a cross-encoder wants around and between them.</summary>
    public EncodedSequence AddSpecialTokens(EncodedPieces first, EncodedPieces second) =>
        _template.Pair(first, second);

    /// <summary>The spelling of the piece <paramref name="id"/>, empty for an id without a piece.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="id"/> is not below <see cref="VocabularySize"/>.
    /// </exception>
    public string Piece(int id)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(id);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, VocabularySize);
        return _addedPieces.TryGetValue(id, out string? added) ? added
            : id < _pipeline.Model.Vocabulary.Count ? _pipeline.Model.Vocabulary[id] : string.Empty;
    }

    /// <inheritdoc />
    /// <returns>
    /// The text; special tokens are spelled out. Exactly the text that was encoded only where no normalizer changed
    /// it and the pieces tell where spaces were.
    /// </returns>
    /// <exception cref="InvalidOperationException">An id is none of this tokenizer.</exception>
    public override string Decode(IEnumerable<int> ids) =>
        TryDecode([.. ids]) ?? throw new InvalidOperationException("an id is none of this tokenizer");

    /// <inheritdoc />
    /// <remarks>
    /// Writes all or nothing, because a character may take several pieces: where <paramref name="destination"/> is too
    /// short, no id is consumed.
    /// </remarks>
    public override OperationStatus Decode(
        IEnumerable<int> ids, Span<char> destination, out int idsConsumed, out int charsWritten)
    {
        (idsConsumed, charsWritten) = (0, 0);
        int[] all = [.. ids];
        if (TryDecode(all) is not string text)
        {
            return OperationStatus.InvalidData;
        }

        if (!text.TryCopyTo(destination))
        {
            return OperationStatus.DestinationTooSmall;
        }

        (idsConsumed, charsWritten) = (all.Length, text.Length);
        return OperationStatus.Done;
    }

    /// <inheritdoc />
    protected override EncodeResults<EncodedToken> EncodeToTokens(
        string? text, ReadOnlySpan<char> textSpan, EncodeSettings settings)
    {
        ReadOnlySpan<char> whole = text is null ? textSpan : text;
        List<PieceSpan> pieces = Encode(whole, settings);
        int count = PieceLimit.First(pieces, settings.MaxTokenCount);
        return new EncodeResults<EncodedToken>
        {
            Tokens =
            [
                .. pieces.Take(count).Select(piece =>
                    new EncodedToken(piece.Id, Piece(piece.Id), piece.Span.Start..piece.Span.End)),
            ],
            CharsConsumed = PieceLimit.End(pieces, count, whole.Length),
        };
    }

    /// <inheritdoc />
    protected override int GetIndexByTokenCount(
        string? text,
        ReadOnlySpan<char> textSpan,
        EncodeSettings settings,
        bool fromEnd,
        out string? normalizedText,
        out int tokenCount)
    {
        ReadOnlySpan<char> whole = text is null ? textSpan : text;
        List<PieceSpan> pieces = Encode(whole, settings);
        normalizedText = null;
        tokenCount = fromEnd
            ? PieceLimit.Last(pieces, settings.MaxTokenCount)
            : PieceLimit.First(pieces, settings.MaxTokenCount);
        return fromEnd
            ? PieceLimit.Start(pieces, tokenCount, whole.Length)
            : PieceLimit.End(pieces, tokenCount, whole.Length);
    }

    private List<PieceSpan> Encode(ReadOnlySpan<char> text, EncodeSettings settings)
    {
        List<PieceSpan> pieces = [];
        PipelineFor(settings).Encode(text, pieces, segments: null);
        return pieces;
    }

    private SubwordPipeline PipelineFor(EncodeSettings settings) =>
        (settings.ConsiderNormalization, settings.ConsiderPreTokenization) switch
        {
            (true, true) => _pipeline,
            (true, false) => _unsplit.Value,
            (false, true) => _unnormalized.Value,
            (false, false) => _asItIs.Value,
        };

    private string? TryDecode(int[] ids) => ids.Any(id => id < 0 || id >= VocabularySize)
        ? null
        : string.Concat(_decoder([.. ids.Select(Piece)]));

    private static EncodedPieces Pack(List<PieceSpan> pieces, List<int> words)
    {
        int[] ids = new int[pieces.Count];
        TokenSpan[] spans = new TokenSpan[pieces.Count];
        for (int i = 0; i < ids.Length; i++)
        {
            (ids[i], spans[i]) = pieces[i];
        }

        return new EncodedPieces(ids, [.. words], spans);
    }
}
