namespace Aligner.Statistical.Corpora;

/// <summary>A word pair and how often it is linked.</summary>
/// <param name="Source">Number of the source word.</param>
/// <param name="Target">Number of the target word.</param>
/// <param name="Count">Its count, or pseudo-count.</param>
internal readonly record struct WordPairCount(int Source, int Target, double Count);
