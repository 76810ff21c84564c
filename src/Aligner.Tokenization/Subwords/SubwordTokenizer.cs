using Aligner.Core;
using Aligner.Tokenization.Subwords.Loading;
using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Subwords.PostProcessing;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords;

/// <summary>
/// The tokenizer of a pretrained encoder: words or text in, ids of pieces out, each with its word and place.
/// </summary>
/// <remarks>
/// Spellings of special tokens within the text, as <c>[SEP]</c>, become these tokens where <c>tokenizer.json</c> says
/// so, as in Hugging Face's tokenizers. Safe to share between threads.
/// </remarks>
public sealed class SubwordTokenizer
{
    private readonly SubwordPipeline _pipeline;
    private readonly SequenceTemplate _template;
    private readonly Dictionary<int, string> _addedPieces;
    private readonly PieceCache _words = new();

    internal SubwordTokenizer(
        SubwordPipeline pipeline,
        SequenceTemplate template,
        SpecialTokenIds specialTokens,
        IReadOnlyList<AddedToken> added)
    {
        _pipeline = pipeline;
        _template = template;
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
