using System.CommandLine;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Options;

/// <summary>An option together with what its help says beyond the parser's own knowledge.</summary>
internal sealed class ToolOption<T>(string name, params string[] aliases) : Option<T>(name, aliases), IHelpDetails
{
    /// <inheritdoc />
    public string? Default { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<Choice> Choices { get; init; } = [];
}
