namespace Aligner.Cli.Inputs;

/// <summary>An input whose items belong, one to one, to those of another.</summary>
/// <param name="Name">Name for messages.</param>
/// <param name="Items">Read once.</param>
internal sealed record NamedInput<T>(string Name, IEnumerable<T> Items)
{
    /// <summary>
    /// What the items after the last one are, where the input may leave the last ones out; null, the default, where it
    /// may not.
    /// </summary>
    public Func<T>? Rest { get; init; }
}
