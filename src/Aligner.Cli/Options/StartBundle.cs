using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Finetuning;
using Aligner.Cli.Hosting;
using Aligner.Core;
using Aligner.Core.Numerics;
using Aligner.Finetuning.Encoders;
using Aligner.Finetuning.Objectives.Alignment;
using Aligner.Finetuning.Parameters;
using Aligner.Neural.Models;
using Aligner.Similarity.Matrices;
using Aligner.Tokenization.Subwords;

namespace Aligner.Cli.Options;

/// <summary>What training starts from: a model folder, or the shape of a new encoder.</summary>
internal sealed class StartBundle
{
    private readonly Option<string?> _model = OptionFactory.Path(
        "--model",
        "The model folder to start from; with --from-scratch, weights that fit are taken from it, and pieces of "
            + "another vocabulary get the vectors of what it reads them as");

    private readonly Option<string?> _scratch = OptionFactory.Path(
        "--from-scratch", "Train a new encoder, of the shape that a JSON file gives");

    private readonly Option<string?> _vocabulary = OptionFactory.Path(
        "--vocabulary",
        "A folder with the tokenizer of a new encoder; if absent, that of --model, or one learned from the bitexts");

    private readonly Option<int?> _layer = OptionFactory.OptionalInteger(
        "--layer", "Train on the hidden states of layer N", 0, absent: "the model's own, or the last");

    private readonly Option<int?> _adapters = OptionFactory.OptionalInteger(
        "--adapters", "Train only adapters of width N in each layer of --model, and leave its weights as they are", 1);

    private readonly Option<double?> _distortion = OptionFactory.OptionalNumber(
        "--distortion",
        "Penalty X, 0 to 1, that align puts on similarities far from the diagonal",
        NumberRange.From(0, 1),
        absent: "the model's own, or 0");

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public StartBundle(ToolCommand command)
    {
        command.Add(Headings.Encoder, _model, _scratch, _vocabulary, _layer, _adapters, _distortion);
        command.AddCheck(Check);
    }

    /// <summary>Loads or makes it.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="learnVocabulary">Writes a tokenizer of so many pieces into a folder.</param>
    /// <param name="run">The seed of random weights.</param>
    /// <param name="context">Messages.</param>
    public EncoderStart Create(
        ParseResult parsed, Action<int, string> learnVocabulary, RunSettings run, CommandContext context)
    {
        ModelFolder? model = parsed.GetValue(_model) is { } path ? ModelFolder.Open(path) : null;
        ScratchConfig? scratch = parsed.GetValue(_scratch) is { } file ? ScratchConfig.Read(file) : null;
        string? tokenizerFolder = parsed.GetValue(_vocabulary) ?? model?.Path;
        if (tokenizerFolder is null)
        {
            tokenizerFolder = context.OwnFolder();
            learnVocabulary(scratch!.VocabularySize, tokenizerFolder);
        }

        SubwordTokenizer tokenizer = SubwordTokenizer.Load(tokenizerFolder);
        bool isFromScratch = scratch is not null;
        int? adapters = parsed.GetValue(_adapters);
        EncoderConfig config = scratch?.ToEncoder(tokenizer.VocabularySize, tokenizer.SpecialTokens.Pad ?? 0)
            ?? Continued(model!, adapters);
        ParameterSet parameters = new();
        SplitMix64 random = new(run.Seed);
        parameters.AddEncoder(config, ref random);
        if (model is not null)
        {
            int found = parameters.CopyFrom(model, rounded: true)
                + TakeTable(parameters, config, tokenizer, tokenizerFolder, model, context);
            context.Messages.Detail($"{found} of {parameters.Count} weights are those of {model.Path}");
            if (!isFromScratch
                && found < EncoderWeights.List(model.Manifest.Encoder with { Head = HeadKind.None }).Count())
            {
                throw new DataException($"{model.Path}: not all of its weights are known, so it cannot be trained");
            }
        }

        if (adapters is not null)
        {
            parameters.FreezeAllButAdapters();
        }

        int layer = parsed.GetValue(_layer) ?? (isFromScratch ? config.Layers : model!.Manifest.DefaultLayer);
        return layer <= config.Layers
            ? new EncoderStart(
                config, parameters, Alignment(parsed, layer, model), tokenizerFolder, tokenizer, isFromScratch)
            : throw new DataException($"there is no layer {layer}: the encoder has {config.Layers}");
    }

    // Rows belong to pieces, not to ids, so those of another tokenizer are looked up by their spelling.
    private static int TakeTable(
        ParameterSet parameters,
        EncoderConfig config,
        SubwordTokenizer tokenizer,
        string tokenizerFolder,
        ModelFolder model,
        CommandContext context)
    {
        if (TokenizerFiles.Hash(tokenizerFolder) == TokenizerFiles.Hash(model.Path)
            || model.Manifest.Encoder.WidthOfEmbedding != config.WidthOfEmbedding)
        {
            return 0;
        }

        using ParameterSet known = new();
        Parameter table = known.Add(
            EncoderWeights.Words,
            [model.Manifest.Encoder.VocabularySize, model.Manifest.Encoder.WidthOfEmbedding],
            decays: true);
        if (known.CopyFrom(model, rounded: true) == 0)
        {
            return 0;
        }

        Parameter target = parameters[EncoderWeights.Words];
        int filled = VocabularyTransfer.Fill(table, SubwordTokenizer.Load(model.Path), target, tokenizer);
        context.Messages.Detail($"{filled} of {tokenizer.VocabularySize} pieces have vectors of {model.Path}");
        return table.Shape.SequenceEqual(target.Shape) ? 0 : 1;
    }

    // An encoder that learned with a null word goes on with it; others are compared as awesome-align does.
    private AlignmentObjectiveOptions Alignment(ParseResult parsed, int layer, ModelFolder? model)
    {
        AlignmentObjectiveOptions options = new()
        {
            Layer = layer,
            Distortion = parsed.GetValue(_distortion) ?? model?.Manifest.Links?.Distortion ?? 0,
        };
        return model?.Manifest.Links switch
        {
            { Measure: SimilarityMeasure.Cosine, Temperature: double temperature, NullSimilarity: double missing } =>
                options with { Scale = (float)(0.5 / temperature), NullCosine = (float)((2 * missing) - 1) },
            _ => parsed.GetValue(_scratch) is not null ? options : options with { Scale = null },
        };
    }

    private static EncoderConfig Continued(ModelFolder model, int? adapters)
    {
        EncoderConfig config = model.Manifest.Encoder with { Head = HeadKind.None, Labels = 0 };
        return config.AdapterSize == 0 || adapters is null || adapters == config.AdapterSize
            ? config with { AdapterSize = adapters ?? config.AdapterSize }
            : throw new DataException($"{model.Path}: it has adapters of width {config.AdapterSize}, not {adapters}");
    }

    private string? Check(CommandResult result) =>
        result.GetResult(_adapters) is not null && result.GetResult(_scratch) is not null
            ? "--adapters cannot be given with --from-scratch"
        : result.GetResult(_model) is null && result.GetResult(_scratch) is null ? "give --model or --from-scratch"
        : result.GetResult(_vocabulary) is not null && result.GetResult(_scratch) is null
            ? "--vocabulary needs --from-scratch"
        : null;
}
