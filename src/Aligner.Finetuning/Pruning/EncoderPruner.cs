using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Parameters;
using Aligner.Neural.Models;

namespace Aligner.Finetuning.Pruning;

/// <summary>
/// Makes an encoder faster without training: fewer neurons in its feed-forward blocks and fewer dimensions in its
/// attention heads, such that what the neurons add, the scores of each head, and what each head adds change least for a
/// text. See <see cref="NeuronRemoval"/> and <see cref="HeadReduction"/>.
/// </summary>
public static class EncoderPruner
{
    /// <summary>Checks that a model can be pruned.</summary>
    /// <param name="model">The model.</param>
    /// <param name="intermediateSize">Neurons to keep; null keeps all.</param>
    /// <param name="headSize">Dimensions of each head to keep; null keeps all.</param>
    /// <exception cref="DataException">
    /// It has other weights than 32-bit ones, no layers, or no more of what is pruned than is to be kept.
    /// </exception>
    public static void Require(ModelFolder model, int? intermediateSize, int? headSize)
    {
        if (model.Manifest.Precision == ModelQuantizer.Precision)
        {
            throw new DataException($"{model.Path}: its weights are {model.Manifest.Precision}, not 32-bit ones");
        }

        if (model.Manifest.Encoder.Layers == 0)
        {
            throw new DataException($"{model.Path}: it has no layers to prune");
        }

        (int neurons, int width) = (model.Manifest.Encoder.IntermediateSize, model.Manifest.Encoder.WidthOfHead);
        if (neurons <= intermediateSize)
        {
            throw new DataException(FormattableString.Invariant(
                $"{model.Path}: its blocks have {neurons} neurons, no more than are to be kept"));
        }

        if (width <= headSize)
        {
            throw new DataException(FormattableString.Invariant(
                $"{model.Path}: its heads have {width} dimensions, no more than are to be kept"));
        }
    }

    /// <param name="model">The model to read.</param>
    /// <param name="corpus">Text of the kind that it is for, in pieces of its tokenizer.</param>
    /// <param name="options">How much is kept.</param>
    /// <param name="target">The model folder to make.</param>
    /// <param name="overwrite">Whether an existing model folder may be replaced.</param>
    /// <param name="progress">Told how many pairs were read; null for no progress.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DataException">
    /// The model has 8-bit or damaged weights, or no more of what is pruned than is to be kept.
    /// </exception>
    /// <exception cref="ArgumentException">The corpus is empty, or an option makes no sense.</exception>
    /// <exception cref="OutputExistsException">The target exists and may not be replaced.</exception>
    public static ModelFolder Prune(
        ModelFolder model,
        TrainingCorpus corpus,
        PruningOptions options,
        string target,
        bool overwrite,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        options.Validate();
        Require(model, options.IntermediateSize, options.HeadSize);
        EncoderConfig config = model.Manifest.Encoder;
        using ParameterSet parameters = EncoderParameters.Read(model);
        WeightTable weights = new(parameters.Select(parameter => parameter.ToConstant()));
        using PieceMoments moments = new(config, parameters, weights.All, Values(config, options), options.Threads);
        Watch(moments, corpus, options, progress, cancellation);
        if (moments.NotFinite is string value)
        {
            throw new DataException($"{model.Path}: {value} has numbers that are not finite");
        }

        for (int layer = 0; layer < config.Layers; layer++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (options.IntermediateSize is int neurons)
            {
                NeuronPruning.Prune(weights, layer, config, moments, neurons);
            }

            if (options.HeadSize is int dimensions)
            {
                HeadPruning.Prune(weights, layer, config, moments, dimensions);
            }
        }

        return ModelBuilder.Rebuild(model, Pruned(config, options), weights.All, target, overwrite);
    }

    private static EncoderConfig Pruned(EncoderConfig config, PruningOptions options) => config with
    {
        IntermediateSize = options.IntermediateSize ?? config.IntermediateSize,
        HeadSize = options.HeadSize ?? config.HeadSize,
    };

    private static List<(string Name, int Width)> Values(EncoderConfig config, PruningOptions options)
    {
        List<(string Name, int Width)> values = [];
        for (int layer = 0; layer < config.Layers; layer++)
        {
            values.AddRange(options.IntermediateSize is null ? [] : [NeuronPruning.Value(config, layer)]);
            values.AddRange(options.HeadSize is null ? [] : HeadPruning.Values(config, layer));
        }

        return values;
    }

    private static void Watch(
        PieceMoments moments,
        TrainingCorpus corpus,
        PruningOptions options,
        Action<long>? progress,
        CancellationToken cancellation)
    {
        BatchSampler sampler = new(corpus, options.Sampler);
        for (int seen = 0; seen < options.Pairs;)
        {
            int[] pairs = sampler.Next();
            int count = Math.Min(pairs.Length, options.Pairs - seen);
            moments.Add(corpus, pairs.AsSpan(0, count), cancellation);
            seen += count;
            progress?.Invoke(seen);
        }
    }
}
