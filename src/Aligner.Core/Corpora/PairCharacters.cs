namespace Aligner.Core.Corpora;

/// <summary>Where the tokens of a pair stand in its lines.</summary>
/// <param name="Source">The place of each source token.</param>
/// <param name="Target">The place of each target token.</param>
public sealed record PairCharacters(IReadOnlyList<CodePointSpan> Source, IReadOnlyList<CodePointSpan> Target)
{
    /// <summary>The same pair in the reverse direction.</summary>
    public PairCharacters Swap() => new(Target, Source);
}
