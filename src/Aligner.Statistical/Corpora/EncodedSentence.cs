namespace Aligner.Statistical.Corpora;

/// <summary>
/// A sentence as numbers: one array of equal length for each factor (Koehn and Hoang 2007), the words themselves first,
/// then coarser spellings of them. Without arrays, or with empty ones, there is nothing to align.
/// </summary>
/// <param name="Factors">Numbers of the tokens, <see cref="Vocabulary.Unknown"/> where training never saw one.</param>
/// <param name="UnknownWords">
/// The words that training never saw at their places, null at all others; null if there is none.
/// </param>
public readonly record struct EncodedSentence(
    IReadOnlyList<ReadOnlyMemory<int>> Factors, IReadOnlyList<string?>? UnknownWords = null)
{
    /// <summary>The word at a place.</summary>
    /// <param name="i">The place.</param>
    /// <param name="vocabulary">The words that training saw.</param>
    public string Word(int i, Vocabulary vocabulary) => Factors[0].Span[i] is var id and not Vocabulary.Unknown
        ? vocabulary[id]
        : UnknownWords![i]!;

    /// <summary>Whether training saw the word at a place.</summary>
    public bool Knows(int i) => Factors[0].Span[i] != Vocabulary.Unknown;

    /// <summary>The number of tokens.</summary>
    public int Length => Factors is null ? 0 : Factors[0].Length;
}
