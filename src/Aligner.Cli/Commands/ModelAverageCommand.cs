using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Finetuning.Encoders;
using Aligner.Neural.Models;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner model average DIR… -o OUT</c>: one model of several.</summary>
internal sealed class ModelAverageCommand : ToolCommand
{
    private readonly FolderBundle<string[]> _folders;

    public ModelAverageCommand()
        : base("average", "Make a model folder whose weights are the means of those of others") =>
        _folders = new FolderBundle<string[]>(
            this, "Model folders with 32-bit weights, finetuned from the same encoder");

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner model average before after -o both", "what finetuning added, by half"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context) => ModelAverage.Build(
        [.. _folders.Source(parsed).Select(ModelFolder.Open)], _folders.Target(parsed), _folders.Overwrites(parsed));
}
