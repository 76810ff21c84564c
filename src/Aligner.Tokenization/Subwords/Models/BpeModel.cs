using System.Text;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.Models;

/// <summary>Byte-pair encoding (Sennrich et al. 2016): neighbors are merged, the pair of lowest rank first.</summary>
internal sealed class BpeModel : ISubwordModel
{
    private readonly Dictionary<(int Left, int Right), BpeMerge> _merges;
    private readonly BpeOptions _options;

    /// <param name="vocabulary">The pieces.</param>
    /// <param name="merges">Pairs of ids, with what they become.</param>
    /// <param name="options">The rest.</param>
    public BpeModel(
        PieceVocabulary vocabulary, Dictionary<(int Left, int Right), BpeMerge> merges, BpeOptions options)
    {
        Vocabulary = vocabulary;
        _merges = merges;
        _options = options;
    }

    public PieceVocabulary Vocabulary { get; }

    public void Encode(ReadOnlySpan<char> segment, List<PieceSpan> pieces)
    {
        if (_options.IgnoreMerges && Vocabulary.Find(segment) is >= 0 and int whole)
        {
            pieces.Add(new PieceSpan(whole, new TokenSpan(0, segment.Length)));
            return;
        }

        int first = pieces.Count;
        AddCharacters(segment, pieces);
        Merge(pieces, first);
    }

    private void AddCharacters(ReadOnlySpan<char> segment, List<PieceSpan> pieces)
    {
        int first = pieces.Count;
        for (int i = 0; i < segment.Length;)
        {
            Rune rune = RuneClasses.At(segment, i);
            TokenSpan span = new(i, rune.Utf16SequenceLength);
            int id = FindCharacter(segment, span);
            if (id >= 0)
            {
                pieces.Add(new PieceSpan(id, span));
            }
            else if (!TryAddBytes(rune, span, pieces) && _options.Unknown is int unknown)
            {
                if (_options.FuseUnknown && pieces.Count > first && pieces[^1].Id == unknown)
                {
                    span = new TokenSpan(pieces[^1].Span.Start, span.End - pieces[^1].Span.Start);
                    pieces.RemoveAt(pieces.Count - 1);
                }

                pieces.Add(new PieceSpan(unknown, span));
            }

            i += rune.Utf16SequenceLength;
        }
    }

    private int FindCharacter(ReadOnlySpan<char> segment, TokenSpan span)
    {
        ReadOnlySpan<char> character = segment.Slice(span.Start, span.Length);
        string prefix = span.Start > 0 ? _options.ContinuationPrefix : string.Empty;
        string suffix = span.End == segment.Length ? _options.EndSuffix : string.Empty;
        return prefix.Length + suffix.Length == 0
            ? Vocabulary.Find(character)
            : Vocabulary.Find(string.Concat(prefix, character, suffix));
    }

    private bool TryAddBytes(Rune rune, TokenSpan span, List<PieceSpan> pieces)
    {
        if (_options.BytePieces is not int[] bytePieces)
        {
            return false;
        }

        int count = pieces.Count;
        Span<byte> utf8 = stackalloc byte[4];
        foreach (byte value in utf8[..rune.EncodeToUtf8(utf8)])
        {
            if (bytePieces[value] < 0)
            {
                pieces.RemoveRange(count, pieces.Count - count);
                return false;
            }

            pieces.Add(new PieceSpan(bytePieces[value], span));
        }

        return true;
    }

    /// <summary>Merges the pieces from <paramref name="first"/> on; the result takes the left one's place.</summary>
    private void Merge(List<PieceSpan> pieces, int first)
    {
        int count = pieces.Count - first;
        int[] next = new int[count];
        int[] previous = new int[count];
        bool[] isGone = new bool[count];
        PriorityQueue<(int Left, int Result), (int Rank, int Left)> queue = new();
        for (int i = 0; i < count; i++)
        {
            (previous[i], next[i]) = (i - 1, i + 1);
            Enqueue(i, i + 1);
        }

        while (queue.TryDequeue(out (int Left, int Result) candidate, out _))
        {
            int left = candidate.Left;
            int right = isGone[left] ? count : next[left];
            if (right == count || !TryGetMerge(left, right, out BpeMerge merge) || merge.Result != candidate.Result)
            {
                continue; // one of the two was merged with another meanwhile
            }

            int start = pieces[first + left].Span.Start;
            TokenSpan span = new(start, pieces[first + right].Span.End - start);
            pieces[first + left] = new PieceSpan(merge.Result, span);
            isGone[right] = true;
            next[left] = next[right];
            if (next[left] < count)
            {
                previous[next[left]] = left;
            }

            Enqueue(previous[left], left);
            Enqueue(left, next[left]);
        }

        int kept = 0;
        pieces.RemoveAll(_ => kept++ >= first && isGone[kept - 1 - first]);

        void Enqueue(int left, int right)
        {
            if (left >= 0 && right < count && TryGetMerge(left, right, out BpeMerge merge))
            {
                queue.Enqueue((left, merge.Result), (merge.Rank, left));
            }
        }

        bool TryGetMerge(int left, int right, out BpeMerge merge) =>
            _merges.TryGetValue((pieces[first + left].Id, pieces[first + right].Id), out merge);
    }
}
