using System.Buffers;
using System.Text;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.Models;

/// <summary>The most probable segmentation under a unigram model of pieces (Kudo 2018), by Viterbi search.</summary>
internal sealed class UnigramModel : ISubwordModel
{
    /// <summary>How far an unknown character lies below the least probable piece.</summary>
    private const double UnknownPenalty = 10;

    private const int StackLimit = 128;

    private readonly double[] _scores;
    private readonly int _unknown;
    private readonly double _unknownScore;
    private readonly int[]? _bytePieces;

    /// <param name="vocabulary">The pieces.</param>
    /// <param name="scores">The log-probability of each piece, by id.</param>
    /// <param name="unknown">The id of unknown characters; several in a row are one piece.</param>
    /// <param name="bytePieces">
    /// The piece of each byte or −1: unknown characters become these if all exist. Null for no such thing.
    /// </param>
    public UnigramModel(PieceVocabulary vocabulary, double[] scores, int unknown, int[]? bytePieces = null)
    {
        Vocabulary = vocabulary;
        _scores = scores;
        _unknown = unknown;
        _unknownScore = scores.Min() - UnknownPenalty;
        _bytePieces = bytePieces;
    }

    public PieceVocabulary Vocabulary { get; }

    public void Encode(ReadOnlySpan<char> segment, List<PieceSpan> pieces)
    {
        int size = segment.Length + 1;
        Node[]? rented = size > StackLimit ? ArrayPool<Node>.Shared.Rent(size) : null;
        Span<Node> nodes = rented is null ? stackalloc Node[StackLimit] : rented;
        nodes = nodes[..size];
        Search(segment, nodes);
        Trace(segment, nodes, pieces);
        if (rented is not null)
        {
            ArrayPool<Node>.Shared.Return(rented);
        }
    }

    private void Search(ReadOnlySpan<char> segment, Span<Node> nodes)
    {
        nodes.Fill(new Node(0, PieceTrie.None, PieceTrie.None));
        for (int start = 0; start < segment.Length;)
        {
            int characterLength = char.IsHighSurrogate(segment[start]) ? 2 : 1;
            double score = nodes[start].Score;
            bool isKnown = false;
            int node = PieceTrie.Root;
            for (int end = start; end < segment.Length;)
            {
                node = Vocabulary.Trie.Next(node, segment[end++], out int id);
                if (node == PieceTrie.None)
                {
                    break;
                }

                if (id != PieceTrie.None)
                {
                    Offer(ref nodes[end], score + _scores[id], start, id);
                    isKnown |= end - start == characterLength;
                }
            }

            if (!isKnown)
            {
                Offer(ref nodes[start + characterLength], score + _unknownScore, start, _unknown);
            }

            start += characterLength;
        }
    }

    private static void Offer(ref Node node, double score, int start, int id)
    {
        if (node.Start == PieceTrie.None || score > node.Score)
        {
            node = new Node(score, start, id);
        }
    }

    private void Trace(ReadOnlySpan<char> segment, Span<Node> nodes, List<PieceSpan> pieces)
    {
        int first = pieces.Count;
        for (int end = segment.Length; end > 0;)
        {
            Node node = nodes[end];
            int start = node.Start;
            while (node.Id == _unknown && start > 0 && nodes[start].Id == _unknown)
            {
                start = nodes[start].Start;
            }

            if (node.Id != _unknown || !TryAddBytes(segment, start, end, pieces))
            {
                pieces.Add(new PieceSpan(node.Id, new TokenSpan(start, end - start)));
            }

            end = start;
        }

        pieces.Reverse(first, pieces.Count - first);
    }

    /// <summary>Appends the bytes, last first; nothing if one has no piece.</summary>
    private bool TryAddBytes(ReadOnlySpan<char> segment, int start, int end, List<PieceSpan> pieces)
    {
        if (_bytePieces is null)
        {
            return false;
        }

        int count = pieces.Count;
        Span<byte> utf8 = stackalloc byte[4];
        for (int i = end; i > start;)
        {
            Rune.DecodeLastFromUtf16(segment[..i], out Rune rune, out int length);
            i -= length;
            for (int k = rune.EncodeToUtf8(utf8) - 1; k >= 0; k--)
            {
                if (_bytePieces[utf8[k]] == PieceTrie.None)
                {
                    pieces.RemoveRange(count, pieces.Count - count);
                    return false;
                }

                pieces.Add(new PieceSpan(_bytePieces[utf8[k]], new TokenSpan(i, length)));
            }
        }

        return true;
    }

    /// <summary>The best way to a position: its log-probability, and where its last piece starts.</summary>
    private readonly record struct Node(double Score, int Start, int Id);
}
