using System.CommandLine;

namespace Aligner.Cli.Hosting;

/// <summary>Options that stand under one heading of the help.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Options">The options, in the order of the help.</param>
internal sealed record OptionGroup(string Heading, IReadOnlyList<Option> Options);
