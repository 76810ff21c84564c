namespace Aligner.Cli.Inputs;

/// <summary>An input whose items belong, one to one, to those of another.</summary>
/// <param name="Name">Name for messages.</param>
/// <param name="Items">Read once.</param>
internal sealed record NamedInput<T>(string Name, IEnumerable<T> Items);
