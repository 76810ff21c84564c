using System.CommandLine;
using Aligner.Cli.Options;
using Aligner.Neural.Models;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner model quantize DIR -o OUT</c>: the same model with 8-bit weights.</summary>
internal sealed class ModelQuantizeCommand : ToolCommand
{
    private readonly FolderBundle _folders;

    public ModelQuantizeCommand()
        : base("quantize", "Make a model folder with 8-bit weights: smaller and faster")
    {
        _folders = new FolderBundle(this, "A model folder");
    }

    public override IReadOnlyList<Example> Examples { get; } =
        [new("aligner model quantize mbert -o mbert-int8", "a quarter of the size, and faster")];

    protected override void Run(ParseResult parsed, CommandContext context) => ModelQuantizer.Quantize(
        ModelFolder.Open(_folders.Source(parsed)), _folders.Target(parsed), _folders.Overwrites(parsed));
}
