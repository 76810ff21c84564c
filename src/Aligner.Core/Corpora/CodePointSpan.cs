namespace Aligner.Core.Corpora;

/// <summary>A half-open span of the Unicode code points of a line.</summary>
/// <param name="Start">0-based index of the first code point.</param>
/// <param name="End">Index just past the last.</param>
public readonly record struct CodePointSpan(int Start, int End);
