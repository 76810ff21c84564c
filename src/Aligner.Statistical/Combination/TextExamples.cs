namespace Aligner.Statistical.Combination;

/// <summary>The pairs of a text of which is known what their links are.</summary>
/// <param name="Size">The number of pairs of the text, known or not.</param>
/// <param name="Pairs">Those that are known; their links alone are counted, as if they were the text.</param>
internal sealed record TextExamples(int Size, IReadOnlyList<PairExamples> Pairs);
