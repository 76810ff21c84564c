using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Neural.Graphs;

namespace Aligner.Neural.Models;

/// <summary>Makes model folders of weights in memory.</summary>
public static class ModelBuilder
{
    /// <param name="target">The model folder to make.</param>
    /// <param name="config">The shape of the encoder.</param>
    /// <param name="weights">A tensor with its values for each of <see cref="EncoderWeights.List"/>.</param>
    /// <param name="tokenizer">A folder with the files of its tokenizer.</param>
    /// <param name="defaultLayer">The layer that aligns best.</param>
    /// <param name="links">How links are best extracted; null if nothing is known.</param>
    /// <param name="overwrite">Whether an existing model folder may be replaced.</param>
    /// <exception cref="DataException">The folder has no tokenizer.</exception>
    /// <exception cref="OutputExistsException">The target exists and may not be replaced.</exception>
    public static ModelFolder Build(
        string target,
        EncoderConfig config,
        IReadOnlyDictionary<string, GraphTensor> weights,
        string tokenizer,
        int defaultLayer,
        LinkSettings? links,
        bool overwrite)
    {
        (string main, IReadOnlyList<string> files) = TokenizerFiles.Find(tokenizer);
        using ModelFolderWriter writer = new(target, overwrite);
        writer.Copy(tokenizer, files);
        WriteEncoder(writer, config, weights);
        return writer.Commit(new ModelManifest
        {
            Version = ModelManifest.CurrentVersion,
            Encoder = config,
            Precision = ModelImporter.Precision,
            HiddenStates = EncoderGraph.HiddenStates(config),
            DefaultLayer = defaultLayer,
            Pooling = ModelImporter.MeanPooling,
            Tokenizer = main,
            Links = links,
            Files = new Dictionary<string, ModelFile>(),
        });
    }

    /// <summary>Makes a model folder like another one, tokenizer and all, whose encoder has other weights.</summary>
    /// <param name="source">The other one, with weights in files of their own.</param>
    /// <param name="config">The shape of the new encoder.</param>
    /// <param name="weights">A tensor with its values for each of <see cref="EncoderWeights.List"/>.</param>
    /// <param name="target">The model folder to make.</param>
    /// <param name="overwrite">Whether an existing model folder may be replaced.</param>
    /// <exception cref="OutputExistsException">The target exists and may not be replaced.</exception>
    public static ModelFolder Rebuild(
        ModelFolder source,
        EncoderConfig config,
        IReadOnlyDictionary<string, GraphTensor> weights,
        string target,
        bool overwrite)
    {
        using ModelFolderWriter writer = new(target, overwrite);
        writer.Copy(source.Path, source.Manifest.Files.Keys.Where(
            name => name is not (ModelFolder.GraphFile or ModelFolder.WeightFile)));
        WriteEncoder(writer, config, weights);
        return writer.Commit(source.Manifest with
        {
            Encoder = config,
            HiddenStates = EncoderGraph.HiddenStates(config),
        });
    }

    private static void WriteEncoder(
        ModelFolderWriter writer, EncoderConfig config, IReadOnlyDictionary<string, GraphTensor> weights)
    {
        Dictionary<string, GraphTensor> tensors = [];
        using (WeightWriter file = new(writer.PathOf(ModelFolder.WeightFile)))
        {
            foreach ((string name, long[] shape) in EncoderWeights.List(config))
            {
                file.Begin();
                file.Write(weights[name].Values<float>());
                tensors[name] = file.End(name, OnnxRuntime.ElementType.Float, shape);
            }
        }

        File.WriteAllBytes(
            writer.PathOf(ModelFolder.GraphFile), OnnxWriter.Write(EncoderGraph.Build(config, tensors)));
    }
}
