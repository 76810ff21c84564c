namespace Aligner.Applications.Labels;

/// <summary>A pair of inline codes with what they enclose, or a single code, which encloses nothing.</summary>
/// <param name="Start">Code point of the text, without codes, where it begins.</param>
/// <param name="End">Just past the last code point; the start for a single code.</param>
/// <param name="Open">The first code, such as <c>&lt;b&gt;</c>.</param>
/// <param name="Close">The second code; empty for a single code.</param>
/// <param name="Depth">How many pairs it is inside of.</param>
public sealed record MarkupElement(int Start, int End, string Open, string Close, int Depth);
