namespace Aligner.Core.Corpora;

/// <summary>A sentence pair as tokens; links refer to their indices.</summary>
/// <param name="Source">Source tokens e_0 … e_{n-1}.</param>
/// <param name="Target">Target tokens f_0 … f_{m-1}.</param>
public sealed record TokenizedPair(IReadOnlyList<string> Source, IReadOnlyList<string> Target)
{
    /// <summary>The same pair in the reverse direction.</summary>
    public TokenizedPair Swap() => new(Target, Source);
}
