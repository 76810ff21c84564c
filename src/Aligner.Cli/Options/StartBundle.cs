using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Commands;
using Aligner.Cli.Finetuning;
using Aligner.Core;
using Aligner.Core.Numerics;
using Aligner.Neural.Models;
using Aligner.Similarity;
using Aligner.Tokenization.Subwords;
using Aligner.Training.Encoders;
using Aligner.Training.Objectives;
using Aligner.Training.Parameters;

namespace Aligner.Cli.Options;

/// <summary>What training starts from: a model folder, or the shape of a new encoder.</summary>
internal sealed class StartBundle
{
    private readonly Option<string?> _model = OptionFactory.Path(
        "--model", "The model folder to start from; with --from-scratch, weights that fit are taken from it");

    private readonly Option<string?> _scratch = OptionFactory.Path(
        "--from-scratch", "Train a new encoder, of the shape that a JSON file gives");

    private readonly Option<string?> _vocabulary = OptionFactory.Path(
        "--vocabulary", "A folder with the tokenizer of a new encoder (that of --model, or learned from the bitexts)");

    private readonly Option<int?> _layer = OptionFactory.OptionalInteger(
        "--layer", "Learn on the hidden states of layer N (the model's own choice if absent)", 0);

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public StartBundle(Command command)
    {
        command.Add(_model);
        command.Add(_scratch);
        command.Add(_vocabulary);
        command.Add(_layer);
        command.Validators.Add(Validate);
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
        EncoderConfig config = scratch?.ToEncoder(tokenizer.VocabularySize, tokenizer.SpecialTokens.Pad ?? 0)
            ?? model!.Manifest.Encoder with { Head = HeadKind.None, Labels = 0 };
        ParameterSet parameters = new();
        SplitMix64 random = new(run.Seed);
        parameters.AddEncoder(config, ref random);
        if (model is not null)
        {
            int found = parameters.CopyFrom(model);
            context.Messages.Detail($"{found} of {parameters.Count} weights are those of {model.Path}");
            if (found < parameters.Count && !isFromScratch)
            {
                throw new DataException($"{model.Path}: it lacks weights in 32 bits, so it cannot be trained");
            }
        }

        int layer = parsed.GetValue(_layer) ?? (isFromScratch ? config.Layers : model!.Manifest.DefaultLayer);
        return layer <= config.Layers
            ? new EncoderStart(
                config, parameters, Objective(layer, model, isFromScratch), tokenizerFolder, tokenizer, isFromScratch)
            : throw new DataException($"there is no layer {layer}: the encoder has {config.Layers}");
    }

    // An encoder that learned with a null word goes on with it; others are compared as awesome-align does.
    private static AlignmentObjectiveOptions Objective(int layer, ModelFolder? model, bool isFromScratch)
    {
        AlignmentObjectiveOptions options = new() { Layer = layer };
        return model?.Manifest.Links switch
        {
            { Measure: SimilarityMeasure.Cosine, Temperature: double temperature, NullSimilarity: double missing } =>
                options with { Scale = (float)(0.5 / temperature), NullCosine = (float)((2 * missing) - 1) },
            _ => isFromScratch ? options : options with { Scale = null },
        };
    }

    private void Validate(CommandResult result)
    {
        if (result.GetValue(_model) is null && result.GetValue(_scratch) is null)
        {
            result.AddError("give --model or --from-scratch");
        }
    }
}
