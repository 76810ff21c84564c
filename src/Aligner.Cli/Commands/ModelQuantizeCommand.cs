using System.CommandLine;
using System.Globalization;
using Aligner.Cli.Options;
using Aligner.Neural.Models;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner model quantize DIR -o OUT</c>: the same model with 8-bit weights.</summary>
internal sealed class ModelQuantizeCommand : ToolCommand
{
    private readonly FolderBundle<string> _folders;

    private readonly Option<string> _blockSize = OptionFactory.Choice(
        "--block-size",
        "Round so many weights and inputs of a product with one scale: fewer is more exact and slower, 0 the fastest",
        Default(new QuantizationOptions().BlockSize),
        ["16", "32", "64", "128", "256", "0"]);

    private readonly Option<string> _tableBits = OptionFactory.Choice(
        "--table-bits",
        "Bits of a number of the embeddings: 8 makes the model smaller, 16 changes fewer links",
        Default(new QuantizationOptions().TableBits),
        ["8", "16"]);

    public ModelQuantizeCommand()
        : base("quantize", "Make a model folder with 8-bit weights: smaller and faster")
    {
        _folders = new FolderBundle<string>(this, "A model folder");
        Add(_blockSize);
        Add(_tableBits);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner model quantize mbert -o mbert-int8", "less than half the size, and faster"),
        new("aligner model quantize mbert -o tiny --block-size 0 --table-bits 8", "as small and as fast as can be"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context) => ModelQuantizer.Quantize(
        ModelFolder.Open(_folders.Source(parsed)),
        _folders.Target(parsed),
        new QuantizationOptions
        {
            BlockSize = int.Parse(parsed.GetRequiredValue(_blockSize), CultureInfo.InvariantCulture),
            TableBits = int.Parse(parsed.GetRequiredValue(_tableBits), CultureInfo.InvariantCulture),
        },
        _folders.Overwrites(parsed));

    private static string Default(int number) => number.ToString(CultureInfo.InvariantCulture);
}
