namespace Aligner.Statistical.Corpora;

/// <summary>How often samplers drew a link of a pair.</summary>
/// <param name="Source">Position of the source word.</param>
/// <param name="Target">Position of the target word.</param>
/// <param name="Forward">p(a_j = i): the target word comes from the source word.</param>
/// <param name="Reverse">p(b_i = j): the source word comes from the target word.</param>
public readonly record struct SampledLink(ushort Source, ushort Target, Half Forward, Half Reverse);
