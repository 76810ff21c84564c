using Aligner.Core.Corpora;

namespace Aligner.Statistical.Corpora;

/// <summary>A text to learn from. No pair of it is tokenized twice.</summary>
/// <param name="Start">Its first pairs, where they were tokenized already.</param>
/// <param name="Rest">The pairs after them; null if there are none. Read to its end, and not closed.</param>
public sealed record TrainingText(IReadOnlyList<TokenizedPair> Start, BitextReader? Rest = null)
{
    /// <summary>Tokenizes the first pairs of a bitext.</summary>
    /// <param name="bitext">The bitext; the pairs after the first are read later.</param>
    /// <param name="split">How lines become tokens.</param>
    /// <param name="count">How many pairs, at most.</param>
    public static TrainingText Begin(BitextReader bitext, Func<SentencePair, TokenizedPair> split, int count)
    {
        List<TokenizedPair> start = [];
        while (start.Count < count && bitext.Read() is { } pair)
        {
            start.Add(split(pair));
        }

        return new TrainingText(start, bitext);
    }
}
