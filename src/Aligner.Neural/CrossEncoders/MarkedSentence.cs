using Aligner.Neural.Encoders;
using Aligner.Tokenization.Subwords;

namespace Aligner.Neural.CrossEncoders;

/// <summary>The sequences that ask a cross-encoder for the links of one word after another.</summary>
/// <param name="tokenizer">The model's own.</param>
/// <param name="marker">Stands before and after the marked word.</param>
/// <param name="maxLength">The longest sequence in pieces, special ones included.</param>
internal sealed class MarkedSentence(SubwordTokenizer tokenizer, string marker, int maxLength)
{
    private readonly int _limit =
        maxLength - tokenizer.AddSpecialTokens(EncodedPieces.Empty, EncodedPieces.Empty).Pieces.Count;

    /// <summary>
    /// The sequences for one marked word: the marked sentence, then the other; several if both are too long for one.
    /// </summary>
    /// <param name="words">The sentence with the word.</param>
    /// <param name="marked">0-based index of the word.</param>
    /// <param name="other">Pieces of the other sentence.</param>
    public IEnumerable<EncodedSequence> Ask(IReadOnlyList<string> words, int marked, EncodedPieces other)
    {
        EncodedPieces question = Mark(words, marked);
        if (question.Count + other.Count > _limit)
        {
            // Half the room, or what the other sentence leaves.
            int room = Math.Min(question.Count, Math.Max(_limit / 2, _limit - other.Count));
            question = Around(question, marked + 1, room);
        }

        foreach (PieceWindow window in PieceWindow.Cover(other.Count, _limit - question.Count))
        {
            yield return tokenizer.AddSpecialTokens(question, other.Slice(window.Start, window.Length));
        }
    }

    private EncodedPieces Mark(IReadOnlyList<string> words, int marked)
    {
        string[] all = new string[words.Count + 2];
        for (int i = 0; i < words.Count; i++)
        {
            all[i + (i < marked ? 0 : i == marked ? 1 : 2)] = words[i];
        }

        all[marked] = all[marked + 2] = marker;
        return tokenizer.Encode(all, PieceBounds.Default);
    }

    /// <summary>A run of pieces with a word and its markers in the middle.</summary>
    private static EncodedPieces Around(EncodedPieces pieces, int word, int length)
    {
        ReadOnlySpan<int> words = pieces.Words;
        int first = 0, end = words.Length;
        while (first < end && words[first] < word - 1)
        {
            first++;
        }

        while (end > first && words[end - 1] > word + 1)
        {
            end--;
        }

        int start = Math.Clamp(first - ((length - (end - first)) / 2), 0, pieces.Count - length);
        return pieces.Slice(start, length);
    }
}
