namespace Aligner.Applications.Exporting;

/// <summary>Neighboring words of a sentence.</summary>
/// <param name="Start">0-based index of the first word.</param>
/// <param name="End">Index after the last word.</param>
public readonly record struct WordSpan(int Start, int End)
{
    /// <summary>The number of words.</summary>
    public int Length => End - Start;

    /// <summary>Whether a word is in both.</summary>
    public bool Overlaps(WordSpan other) => Start < other.End && other.Start < End;
}
