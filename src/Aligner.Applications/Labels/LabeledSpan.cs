namespace Aligner.Applications.Labels;

/// <summary>A labeled half-open span of a sentence.</summary>
/// <param name="Start">0-based index of its first word, or code point, whichever is counted.</param>
/// <param name="End">Index just past the last.</param>
/// <param name="Type">The type, such as <c>PER</c>; empty where the labels have no types.</param>
public readonly record struct LabeledSpan(int Start, int End, string Type)
{
    /// <summary>The number of words, or code points.</summary>
    public int Length => End - Start;

    /// <summary>Whether two spans share a word, or code point.</summary>
    public bool Overlaps(LabeledSpan other) => Start < other.End && other.Start < End;
}
