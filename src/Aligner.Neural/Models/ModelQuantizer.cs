using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Neural.Graphs;

namespace Aligner.Neural.Models;

/// <summary>Makes a model folder with 8-bit weights of one with 32-bit weights: smaller and faster.</summary>
public static class ModelQuantizer
{
    public const string Precision = "int8";

    /// <param name="source">The model to read.</param>
    /// <param name="target">The model folder to make.</param>
    /// <param name="options">How exact it is to be.</param>
    /// <param name="overwrite">Whether an existing model folder may be replaced.</param>
    /// <exception cref="DataException">The model is damaged, or its weights have 8 bits already.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option makes no sense.</exception>
    /// <exception cref="OutputExistsException">The target exists and may not be replaced.</exception>
    public static ModelFolder Quantize(ModelFolder source, string target, QuantizationOptions options, bool overwrite)
    {
        options.Validate();
        ModelManifest manifest = source.Manifest;
        if (manifest.Precision == Precision)
        {
            throw new DataException($"{source.Path}: its weights have 8 bits already");
        }

        OnnxGraph graph = OnnxReader.ReadFile(source.GraphPath);
        HashSet<string> weightFiles =
        [
            ModelFolder.GraphFile,
            ModelFolder.WeightFile,
            .. graph.Constants.Select(constant => constant.External?.File).OfType<string>(),
        ];
        using ModelFolderWriter writer = new(target, overwrite);
        writer.Copy(source.Path, manifest.Files.Keys.Where(name => !weightFiles.Contains(name)));
        using (WeightReader reader = new(source.Path))
        using (WeightWriter weights = new(writer.PathOf(ModelFolder.WeightFile)))
        {
            OnnxGraph quantized = new GraphQuantizer(graph, reader, weights, options).Rewrite();
            File.WriteAllBytes(writer.PathOf(ModelFolder.GraphFile), OnnxWriter.Write(quantized));
        }

        return writer.Commit(manifest with { Precision = Precision, ReducedRange = true });
    }
}
