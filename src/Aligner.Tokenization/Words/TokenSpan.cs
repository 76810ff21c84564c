namespace Aligner.Tokenization.Words;

/// <summary>Where a token stands in its text.</summary>
/// <param name="Start">0-based index of the first UTF-16 code unit.</param>
/// <param name="Length">Number of UTF-16 code units, at least 1.</param>
public readonly record struct TokenSpan(int Start, int Length)
{
    /// <summary>Index just past the last code unit.</summary>
    public int End => Start + Length;
}
