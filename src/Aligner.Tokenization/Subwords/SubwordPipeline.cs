using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Subwords.Normalizers;
using Aligner.Tokenization.Subwords.PreTokenizers;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords;

/// <summary>From text to pieces: added tokens, normalizer, pre-tokenizer, model. Threads may share it.</summary>
internal sealed class SubwordPipeline
{
    private readonly INormalizer _normalizer;
    private readonly IPreTokenizer _preTokenizer;
    private readonly IReadOnlyList<AddedToken> _added;
    private readonly AddedTokenFinder _rawTokens;
    private readonly AddedTokenFinder _normalizedTokens;
    private readonly PieceCache _cache = new();
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    public SubwordPipeline(
        INormalizer normalizer, IPreTokenizer preTokenizer, ISubwordModel model, IReadOnlyList<AddedToken> added)
    {
        _normalizer = normalizer;
        _preTokenizer = preTokenizer;
        Model = model;
        _added = added;
        _rawTokens = new AddedTokenFinder(added.Where(token => !token.Normalized));
        _normalizedTokens = new AddedTokenFinder(added.Where(token => token.Normalized));
    }

    /// <summary>The model.</summary>
    public ISubwordModel Model { get; }

    /// <summary>Whether the places of pieces leave out the white space at their ends.</summary>
    public bool TrimsOffsets { get; init; }

    /// <summary>The same without a step.</summary>
    /// <param name="normalizes">Whether text is normalized.</param>
    /// <param name="splits">Whether it is split before the model sees it.</param>
    public SubwordPipeline With(bool normalizes, bool splits) => normalizes && splits ? this : new SubwordPipeline(
        normalizes ? _normalizer : new SequenceNormalizer([]),
        splits ? _preTokenizer : _preTokenizer.WithoutSplitting,
        Model,
        _added)
    {
        TrimsOffsets = TrimsOffsets,
    };

    /// <summary>Appends the pieces of <paramref name="text"/> with their places in it.</summary>
    /// <param name="text">Any text, also an empty one.</param>
    /// <param name="pieces">Receives the pieces.</param>
    /// <param name="segments">Receives the index of the segment of each piece, from 0; null if not needed.</param>
    public void Encode(ReadOnlySpan<char> text, List<PieceSpan> pieces, List<int>? segments)
    {
        Workspace work = _workspaces.TryTake(out Workspace? free) ? free : new Workspace();
        work.Pieces = pieces;
        work.SegmentIndices = segments;
        work.SegmentCount = 0;
        int first = pieces.Count;
        for (int start = 0; start < text.Length;)
        {
            PieceSpan? added = _rawTokens.Find(text, start);
            int end = added?.Span.Start ?? text.Length;
            EncodePart(text[start..end], start, work);
            if (added is PieceSpan token)
            {
                work.AddSegment(token);
            }

            start = added?.Span.End ?? text.Length;
        }

        if (TrimsOffsets)
        {
            Trim(text, CollectionsMarshal.AsSpan(pieces)[first..]);
        }

        _workspaces.Add(work);
    }

    private static void Trim(ReadOnlySpan<char> text, Span<PieceSpan> pieces)
    {
        foreach (ref PieceSpan piece in pieces)
        {
            (int start, int end) = (piece.Span.Start, piece.Span.End);
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            piece = new PieceSpan(piece.Id, new TokenSpan(start, end - start));
        }
    }

    private void EncodePart(ReadOnlySpan<char> part, int offset, Workspace work)
    {
        AlignedText text = work.Segmented.Text;
        text.Reset(part, offset);
        _normalizer.Normalize(text);
        FindNormalizedTokens(text, work);
        _preTokenizer.Split(work.Segmented);
        int nextToken = 0;
        foreach (TokenSpan segment in work.Segmented.Segments)
        {
            int start = text.Origin(segment).Start;
            while (nextToken < work.Tokens.Count && work.Tokens[nextToken].Span.Start < start)
            {
                work.AddSegment(work.Tokens[nextToken++]);
            }

            EncodeSegment(text, segment, work);
        }

        for (; nextToken < work.Tokens.Count; nextToken++)
        {
            work.AddSegment(work.Tokens[nextToken]);
        }
    }

    /// <summary>Sets aside the added tokens, with their places in the original; the rest becomes segments.</summary>
    private void FindNormalizedTokens(AlignedText text, Workspace work)
    {
        work.Tokens.Clear();
        work.Segmented.Segments.Clear();
        for (int start = 0; start < text.Length;)
        {
            PieceSpan? added = _normalizedTokens.Find(text.Chars, start);
            int end = added?.Span.Start ?? text.Length;
            if (end > start)
            {
                work.Segmented.Segments.Add(new TokenSpan(start, end - start));
            }

            if (added is PieceSpan token)
            {
                work.Tokens.Add(token with { Span = text.Origin(token.Span) });
            }

            start = added?.Span.End ?? text.Length;
        }
    }

    private void EncodeSegment(AlignedText text, TokenSpan segment, Workspace work)
    {
        ReadOnlySpan<char> chars = text.Chars.Slice(segment.Start, segment.Length);
        PieceSpan[]? known = chars.Length <= PieceCache.MaxLength ? _cache.Find(chars) : null;
        if (known is null)
        {
            work.Found.Clear();
            Model.Encode(chars, work.Found);
            known = [.. work.Found];
            _cache.Add(chars, known);
        }

        foreach (PieceSpan piece in known)
        {
            TokenSpan span = new(segment.Start + piece.Span.Start, piece.Span.Length);
            work.Add(new PieceSpan(piece.Id, text.Origin(span)));
        }

        work.SegmentCount++;
    }

    /// <summary>What one call needs; reused by later ones.</summary>
    private sealed class Workspace
    {
        public SegmentedText Segmented { get; } = new();

        public List<PieceSpan> Found { get; } = [];

        public List<PieceSpan> Tokens { get; } = [];

        public List<PieceSpan> Pieces { get; set; } = [];

        public List<int>? SegmentIndices { get; set; }

        public int SegmentCount { get; set; }

        public void Add(PieceSpan piece)
        {
            Pieces.Add(piece);
            SegmentIndices?.Add(SegmentCount);
        }

        public void AddSegment(PieceSpan piece)
        {
            Add(piece);
            SegmentCount++;
        }
    }
}
