namespace Aligner.Fuzzing.Running;

/// <summary>What a case may take.</summary>
/// <param name="Time">Of the processors; 2 s by default.</param>
/// <param name="Bytes">Managed memory that it asks for, given back or not; 256 MB by default.</param>
/// <param name="Patience">Of the clock: after this, a case is taken for one that never ends; 60 s by default.</param>
internal sealed record FuzzLimits(TimeSpan Time, long Bytes, TimeSpan Patience)
{
    public static FuzzLimits Default { get; } = new(TimeSpan.FromSeconds(2), 256_000_000, TimeSpan.FromSeconds(60));
}
