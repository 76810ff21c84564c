using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Similarity.Extraction;

namespace Aligner.Neural.Models;

/// <summary>Checks what files say of a model before it is believed.</summary>
internal static class ManifestCheck
{
    /// <summary>More than any encoder has; keeps a file from taking all memory.</summary>
    private const int MaxSize = 1 << 16, MaxLayers = 1 << 10, MaxVocabulary = 1 << 24, MaxLength = 1 << 20;

    /// <summary>Checks a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="path">Its file, for messages.</param>
    /// <exception cref="DataException">A name leads out of the folder, or a number makes no sense.</exception>
    public static void Require(ModelManifest manifest, string path)
    {
        // Files are copied and read by these names, and whoever made the model may have chosen them.
        foreach (string name in manifest.Files.Keys.Concat(manifest.Parts))
        {
            PlainFileName.Require(name, path);
        }

        foreach ((string name, ModelFile? file) in manifest.Files)
        {
            if (file is not { Bytes: >= 0 })
            {
                throw new DataException($"{path}: the size of {name} is missing or negative");
            }
        }

        Require(manifest.Encoder, path);
        Require("default_layer", manifest.DefaultLayer, 0, manifest.Encoder.Layers, path);
        foreach ((int layer, string? output) in manifest.HiddenStates)
        {
            Require("hidden_states", layer, 0, manifest.Encoder.Layers, path);
            if (string.IsNullOrEmpty(output))
            {
                throw new DataException($"{path}: hidden state {layer} has no output");
            }
        }

        if (manifest.Links is { } links)
        {
            Require(links, path);
        }
    }

    /// <summary>Checks the shape of an encoder.</summary>
    /// <param name="config">The shape.</param>
    /// <param name="path">The file that tells it, for messages.</param>
    /// <exception cref="DataException">A number is out of range.</exception>
    public static void Require(EncoderConfig config, string path)
    {
        Require("vocabulary_size", config.VocabularySize, 1, MaxVocabulary, path);
        Require("hidden_size", config.HiddenSize, 1, MaxSize, path);
        Require("layers", config.Layers, 0, MaxLayers, path);
        Require("heads", config.Heads, 1, MaxSize, path);
        Require("head_size", config.HeadSize ?? 1, 1, MaxSize, path);
        Require("embedding_size", config.EmbeddingSize ?? 1, 1, MaxSize, path);
        Require("intermediate_size", config.IntermediateSize, 1, 1 << 20, path);
        Require("max_length", config.MaxLength, 1, MaxLength, path);
        Require("token_types", config.TokenTypes, 0, MaxSize, path);
        Require("pad_id", config.PadId, 0, MaxVocabulary, path);
        Require("adapter_size", config.AdapterSize, 0, MaxSize, path);
        Require("labels", config.Labels, config.Head == HeadKind.None ? 0 : 1, MaxSize, path);
        if (!(config.LayerNormEpsilon >= 0 && config.LayerNormEpsilon < 1))
        {
            throw new DataException($"{path}: layer_norm_epsilon is {config.LayerNormEpsilon}, not from 0 to 1");
        }
    }

    private static void Require(LinkSettings links, string path)
    {
        try
        {
            LinkExtractors.Get(links.Extract).Create(links.Extraction);
        }
        catch (ArgumentException exception)
        {
            throw new DataException($"{path}: links: {exception.Message}", exception);
        }

        if (!(links.Distortion >= 0 && links.Distortion <= 1))
        {
            throw new DataException($"{path}: links: distortion is {links.Distortion}, not from 0 to 1");
        }
    }

    private static void Require(string name, int value, int least, int most, string path)
    {
        if (value < least || value > most)
        {
            throw new DataException($"{path}: {name} is {value}, not from {least} to {most}");
        }
    }
}
