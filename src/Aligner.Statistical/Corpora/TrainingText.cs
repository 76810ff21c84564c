using Aligner.Core.Corpora;

namespace Aligner.Statistical.Corpora;

/// <summary>A text to learn from.</summary>
/// <param name="Start">Its first pairs, held in memory as words.</param>
/// <param name="Rest">The pairs after them; null if there are none. Read once, to the end.</param>
public sealed record TrainingText(IReadOnlyList<TokenizedPair> Start, IEnumerable<TokenizedPair>? Rest = null)
{
    /// <summary>Reads the first pairs of a text.</summary>
    /// <param name="pairs">The pairs; those after the first are read later.</param>
    /// <param name="count">How many pairs, at most.</param>
    public static TrainingText Begin(IEnumerable<TokenizedPair> pairs, int count)
    {
        IEnumerator<TokenizedPair> reader = pairs.GetEnumerator();
        List<TokenizedPair> start = [];
        while (start.Count < count && reader.MoveNext())
        {
            start.Add(reader.Current);
        }

        return new TrainingText(start, Remaining(reader));
    }

    private static IEnumerable<TokenizedPair> Remaining(IEnumerator<TokenizedPair> reader)
    {
        using (reader)
        {
            while (reader.MoveNext())
            {
                yield return reader.Current;
            }
        }
    }
}
