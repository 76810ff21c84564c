namespace Aligner.Neural.OnnxRuntime;

/// <summary>Hardware or a library that runs the nodes it can; the CPU runs the rest.</summary>
/// <param name="Name">
/// As the runtime lists it, with or without the ending <c>ExecutionProvider</c>, in any case: <c>cuda</c>.
/// </param>
/// <param name="Options">Its own options, such as <c>device_id</c>; none by default.</param>
public sealed record ExecutionProvider(string Name, IReadOnlyDictionary<string, string>? Options = null)
{
    internal const string Suffix = "ExecutionProvider";

    /// <summary>Runs everything, and is always there.</summary>
    public static ExecutionProvider Cpu { get; } = new("CPU");

    /// <summary>Whether <paramref name="listed"/>, a name as the runtime lists it, means this provider.</summary>
    internal bool IsNamed(string listed) =>
        listed.Equals(Name, StringComparison.OrdinalIgnoreCase)
        || listed.Equals(Name + Suffix, StringComparison.OrdinalIgnoreCase);
}
