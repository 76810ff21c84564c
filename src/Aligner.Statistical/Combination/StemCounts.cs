namespace Aligner.Statistical.Combination;

/// <summary>What a text says of two stems.</summary>
/// <param name="Linked">How often they are linked: the sum of the probabilities of such links.</param>
/// <param name="Together">The pairs that have both.</param>
/// <param name="Source">The pairs that have the source stem.</param>
/// <param name="Target">The pairs that have the target stem.</param>
internal readonly record struct StemCounts(double Linked, int Together, int Source, int Target);
