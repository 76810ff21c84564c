using Aligner.Tokenization.Subwords.Models;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>Chooses the pieces whose loss would cost the text the most probability (Kudo 2018, section 3.2).</summary>
/// <remarks>As SentencePiece estimates it: a dropped piece is everywhere replaced by its best segmentation.</remarks>
internal static class LossPruning
{
    /// <summary>Chooses pieces; all single characters stay.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="counts">How often each occurs in the best segmentations of the text.</param>
    /// <param name="size">How many to keep, at most.</param>
    /// <param name="parallel">Threads; they do not change the result.</param>
    /// <returns>Whether each piece stays.</returns>
    public static bool[] Select(PieceTable pieces, double[] counts, int size, ParallelOptions parallel)
    {
        double total = counts.Sum();
        PieceTrie trie = pieces.ToTrie();
        double[] losses = new double[pieces.Count];
        losses.AsSpan(0, pieces.CharacterCount).Fill(double.PositiveInfinity);
        Parallel.For(pieces.CharacterCount, pieces.Count, parallel, id =>
            losses[id] = counts[id] == 0 ? 0 : Loss(id, Alternative(pieces, trie, id), counts, total));

        bool[] kept = new bool[pieces.Count];
        foreach (int id in Enumerable.Range(0, pieces.Count).OrderByDescending(id => losses[id]).Take(size))
        {
            kept[id] = true;
        }

        return kept;
    }

    /// <summary>The best segmentation of a piece into others, last first.</summary>
    internal static List<int> Alternative(PieceTable pieces, PieceTrie trie, int id)
    {
        string text = pieces.Texts[id];
        Span<(double Score, int Piece, int Start)> best = stackalloc (double, int, int)[text.Length + 1];
        best[1..].Fill((double.NegativeInfinity, PieceTrie.None, 0));
        for (int start = 0; start < text.Length; start++)
        {
            int node = PieceTrie.Root;
            for (int end = start; end < text.Length;)
            {
                node = trie.Next(node, text[end++], out int piece);
                if (node == PieceTrie.None)
                {
                    break;
                }

                if (piece == PieceTrie.None || piece == id)
                {
                    continue;
                }

                double score = best[start].Score + pieces.Scores[piece];
                if (score > best[end].Score)
                {
                    best[end] = (score, piece, start);
                }
            }
        }

        List<int> alternative = [];
        for (int end = text.Length; end > 0; end = best[end].Start)
        {
            alternative.Add(best[end].Piece);
        }

        return alternative;
    }

    /// <summary>What the log-probability of the text falls by.</summary>
    private static double Loss(int id, List<int> alternative, double[] counts, double total)
    {
        double newTotal = total + (counts[id] * (alternative.Count - 1));
        double replaced = 0;
        foreach (int piece in alternative)
        {
            replaced += Math.Log((counts[piece] + counts[id]) / newTotal);
        }

        return counts[id] * (Math.Log(counts[id] / total) - replaced);
    }
}
