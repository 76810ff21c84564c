using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Neural.Graphs;

namespace Aligner.Neural.Models;

/// <summary>
/// Turns a Hugging Face folder (<c>config.json</c>, tokenizer files, <c>model.safetensors</c>,
/// <c>pytorch_model.bin</c> or a <c>.onnx</c> file) into a model folder.
/// </summary>
public static class ModelImporter
{
    internal const string MeanPooling = "mean", Precision = "float32";

    /// <param name="source">The Hugging Face folder.</param>
    /// <param name="target">The model folder to make.</param>
    /// <param name="options">What to keep.</param>
    /// <exception cref="DataException">Something is missing, damaged, unknown or does not fit.</exception>
    /// <exception cref="OutputExistsException">The target exists and may not be replaced.</exception>
    public static ModelFolder Import(string source, string target, ImportOptions options)
    {
        if (!Directory.Exists(source))
        {
            throw new IOException($"cannot read {source}: no such folder");
        }

        EncoderConfig config = Keep(HuggingFaceConfig.Read(source), options.Layers);
        (string tokenizer, IReadOnlyList<string> tokenizerFiles) = TokenizerFiles.Find(source);
        string? graph = HuggingFaceWeights.AreIn(source) ? null : FindGraph(source);
        using ModelFolderWriter writer = new(target, options.Overwrite);
        writer.Copy(source, tokenizerFiles);
        ModelManifest manifest = new()
        {
            Version = ModelManifest.CurrentVersion,
            Encoder = config,
            Precision = Precision,
            HiddenStates = EncoderGraph.HiddenStates(config),
            DefaultLayer = DefaultLayer(config.Layers),
            Pooling = MeanPooling,
            Tokenizer = tokenizer,
            Files = new Dictionary<string, ModelFile>(),
        };
        if (graph is not null)
        {
            return writer.Commit(GraphImporter.Import(graph, manifest, writer));
        }

        WriteGraph(source, config, writer);
        return writer.Commit(manifest);
    }

    /// <summary>Two thirds of the way up: layer 8 of 12, as Jalili Sabet et al. (2020) found best.</summary>
    internal static int DefaultLayer(int layers) => (int)Math.Round(layers * 2.0 / 3);

    private static EncoderConfig Keep(EncoderConfig config, int? layers) =>
        layers is not int count || count == config.Layers ? config
        : count > 0 && count < config.Layers
            ? config with { Layers = count, Head = HeadKind.None, Labels = 0 }
            : throw new DataException($"the model has {config.Layers} layers, so {count} of them cannot be kept");

    private static void WriteGraph(string source, EncoderConfig config, ModelFolderWriter writer)
    {
        Dictionary<string, GraphTensor> tensors = [];
        using HuggingFaceWeights weights = HuggingFaceWeights.Open(source);
        using WeightWriter target = new(writer.PathOf(ModelFolder.WeightFile));
        foreach ((string name, long[] shape) in EncoderWeights.List(config))
        {
            tensors[name] = weights.Copy(config, name, shape, target);
        }

        File.WriteAllBytes(
            writer.PathOf(ModelFolder.GraphFile), OnnxWriter.Write(EncoderGraph.Build(config, tensors)));
    }

    private static string FindGraph(string source)
    {
        string[] graphs = [.. new[] { source, Path.Combine(source, "onnx") }
            .Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, "*.onnx"))];
        return graphs.FirstOrDefault(path => Path.GetFileName(path) == "model.onnx")
            ?? graphs switch
            {
                [string only] => only,
                [] => throw new DataException(
                    $"{source}: the weights are missing; {HuggingFaceWeights.SingleFile}, "
                    + $"{HuggingFaceWeights.PyTorchSingleFile} or a .onnx file is needed"),
                _ => throw new DataException($"{source}: there are {graphs.Length} .onnx files and none is model.onnx"),
            };
    }
}
