using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Neural.Models;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner model import DIR -o OUT</c>: a model folder of ours from one of Hugging Face.</summary>
internal sealed class ModelImportCommand : ToolCommand
{
    private readonly FolderBundle<string> _folders;
    private readonly Option<int?> _layers =
        OptionFactory.OptionalInteger("--layers", "Keep the first N layers only", minimum: 1);

    public ModelImportCommand()
        : base("import", "Turn a Hugging Face folder into a model folder")
    {
        _folders = new FolderBundle<string>(
            this, "A folder with config.json, tokenizer files and model.safetensors or a .onnx file");
        Add(_layers);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner model import bert-base-multilingual-cased -o mbert", "BERT, RoBERTa, XLM-R or DistilBERT"),
        new("aligner model import xlm-roberta-base --layers 8 -o xlmr-8", "only what layer 8 needs"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        ModelFolder model = ModelImporter.Import(
            _folders.Source(parsed),
            _folders.Target(parsed),
            new ImportOptions { Layers = parsed.GetValue(_layers), Overwrite = _folders.Overwrites(parsed) });
        int layers = model.Manifest.Encoder.Layers;
        if (model.Manifest.HiddenStates.Count <= layers)
        {
            context.Messages.Warn("the .onnx file gives the hidden states of these layers only: "
                + string.Join(", ", model.Manifest.HiddenStates.Keys.Order()));
        }
    }
}
