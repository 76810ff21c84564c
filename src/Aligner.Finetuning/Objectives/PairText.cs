using Aligner.Finetuning.Corpora;

namespace Aligner.Finetuning.Objectives;

/// <summary>Both sentences of a pair as one text.</summary>
internal static class PairText
{
    /// <summary>
    /// The source with its special pieces, then the target without those before it; what exceeds the limit of the
    /// encoder is cut off.
    /// </summary>
    public static PieceSequence Join(PieceSequence source, PieceSequence target, int maxLength)
    {
        int start = Math.Max(0, target.Words.IndexOfAnyInRange<short>(0, short.MaxValue));
        int[] ids = [.. source.Ids, .. target.Ids[start..]];
        short[] words = [.. source.Words, .. target.Words[start..]];
        for (int piece = source.Words.Length; piece < words.Length; piece++)
        {
            words[piece] += (short)(words[piece] >= 0 ? source.WordCount : 0);
        }

        int length = Math.Min(ids.Length, maxLength);
        return new PieceSequence(ids.AsSpan(0, length), words.AsSpan(0, length), source.WordCount + target.WordCount);
    }
}
