namespace Aligner.Fuzzing.Running;

/// <summary>A case that ended as none may.</summary>
/// <param name="Target">The reader.</param>
/// <param name="Seed">The case.</param>
/// <param name="What">What happened.</param>
internal sealed record FuzzFault(string Target, ulong Seed, string What)
{
    public override string ToString() => $"{Target} {Seed}: {What}";
}
