using System.CommandLine;
using System.Globalization;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Neural.Models;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner model quantize DIR -o OUT</c>: the same model with 8-bit weights.</summary>
internal sealed class ModelQuantizeCommand : ToolCommand
{
    private readonly FolderBundle<string> _folders;

    private readonly Option<string> _inputBits = BitsOption(
        "--input-bits",
        "Bits of the inputs of a product: 8 is twice as fast, 16 changes fewer links",
        new QuantizationOptions().InputBits);

    private readonly Option<string> _tableBits = BitsOption(
        "--table-bits",
        "Bits of a number of the embeddings: 8 makes the model smaller, 16 changes fewer links",
        new QuantizationOptions().TableBits);

    public ModelQuantizeCommand()
        : base("quantize", "Make a model folder with 8-bit weights: smaller and faster")
    {
        _folders = new FolderBundle<string>(this, "A model folder");
        Add(_inputBits);
        Add(_tableBits);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner model quantize mbert -o mbert-int8", "less than half the size, and faster"),
        new("aligner model quantize mbert -o tiny --input-bits 8 --table-bits 8", "as small and as fast as can be"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context) => ModelQuantizer.Quantize(
        ModelFolder.Open(_folders.Source(parsed)),
        _folders.Target(parsed),
        new QuantizationOptions
        {
            InputBits = Bits(parsed, _inputBits),
            TableBits = Bits(parsed, _tableBits),
        },
        _folders.Overwrites(parsed));

    private static Option<string> BitsOption(string name, string description, int byDefault) =>
        OptionFactory.Choice(name, description, byDefault.ToString(CultureInfo.InvariantCulture), ["8", "16"]);

    private static int Bits(ParseResult parsed, Option<string> option) =>
        int.Parse(parsed.GetRequiredValue(option), CultureInfo.InvariantCulture);
}
