using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Training.Corpora;
using Aligner.Training.Parameters;
using static Aligner.Neural.Models.EncoderWeights;

namespace Aligner.Training.Pruning;

/// <summary>
/// Makes an encoder faster: fewer neurons in its feed-forward blocks, those that the others replace best on a text. See
/// <see cref="NeuronRemoval"/>.
/// </summary>
public static class EncoderPruner
{
    /// <summary>Checks that a model can be pruned.</summary>
    /// <exception cref="DataException">
    /// It has other weights than 32-bit ones, or no more neurons than are to be kept.
    /// </exception>
    public static void Require(ModelFolder model, int intermediateSize)
    {
        if (model.Manifest.Precision == ModelQuantizer.Precision)
        {
            throw new DataException($"{model.Path}: its weights are {model.Manifest.Precision}, not 32-bit ones");
        }

        if (model.Manifest.Encoder.IntermediateSize <= intermediateSize)
        {
            int neurons = model.Manifest.Encoder.IntermediateSize;
            throw new DataException(FormattableString.Invariant(
                $"{model.Path}: its blocks have {neurons} neurons, no more than are to be kept"));
        }
    }

    /// <param name="model">The model to read.</param>
    /// <param name="corpus">Text of the kind that it is for, in pieces of its tokenizer.</param>
    /// <param name="options">How much is kept.</param>
    /// <param name="target">The model folder to make.</param>
    /// <param name="overwrite">Whether an existing model folder may be replaced.</param>
    /// <param name="progress">Told how many pairs were read; null if nobody looks.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DataException">
    /// The model has 8-bit or damaged weights, or no more neurons than are to be kept.
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
        Require(model, options.IntermediateSize);
        EncoderConfig config = model.Manifest.Encoder;
        using ParameterSet parameters = EncoderParameters.Read(model);
        Dictionary<string, GraphTensor> weights =
            parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.ToConstant());
        using NeuronMoments moments = new(config, parameters, weights, options.Threads);
        Watch(moments, corpus, options, progress, cancellation);
        for (int layer = 0; layer < config.Layers; layer++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!moments.AreFinite(layer))
            {
                throw new DataException($"{model.Path}: layer {layer} gives numbers that are not finite");
            }

            Prune(weights, layer, config, moments, options.IntermediateSize);
        }

        return ModelBuilder.Rebuild(
            model, config with { IntermediateSize = options.IntermediateSize }, weights, target, overwrite);
    }

    private static void Watch(
        NeuronMoments moments,
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

    private static void Prune(
        Dictionary<string, GraphTensor> weights, int layer, EncoderConfig config, NeuronMoments moments, int size)
    {
        string inner = Layer(layer, "intermediate"), outer = Layer(layer, "output");
        int neurons = config.IntermediateSize, hidden = config.HiddenSize;
        double[] before = [.. Widen(weights[Weight(outer)])], after = [.. before];
        int[] kept = NeuronRemoval.Remove(moments.TakeCovariance(layer), after, neurons, size);

        // What the neurons that are gone gave on the mean becomes constant.
        double[] bias = Widen(weights[Bias(outer)]), means = moments.Means(layer);
        for (int i = 0; i < before.Length; i++)
        {
            bias[i % hidden] += means[i / hidden] * (before[i] - after[i]);
        }

        Replace(weights, Weight(inner), hidden, size, i => (i / size * neurons) + kept[i % size]);
        Replace(weights, Bias(inner), 1, size, i => kept[i]);
        weights[Weight(outer)] = Narrow(
            Weight(outer), [.. kept.SelectMany(row => after[(row * hidden)..((row + 1) * hidden)])], size, hidden);
        weights[Bias(outer)] = Narrow(Bias(outer), bias, hidden);
    }

    // Keeps some of the numbers of a tensor, whose last axis gets shorter.
    private static void Replace(
        Dictionary<string, GraphTensor> weights, string name, int rows, int columns, Func<int, int> placeOf)
    {
        float[] old = weights[name].Values<float>().ToArray();
        float[] values = [.. Enumerable.Range(0, rows * columns).Select(i => old[placeOf(i)])];
        weights[name] = GraphTensor.Of<float>(
            name, values, weights[name].Shape.Count == 1 ? [columns] : [rows, columns]);
    }

    private static double[] Widen(GraphTensor tensor) =>
        Array.ConvertAll(tensor.Values<float>().ToArray(), value => (double)value);

    private static GraphTensor Narrow(string name, double[] values, params long[] shape) =>
        GraphTensor.Of<float>(name, Array.ConvertAll(values, value => (float)value), shape);
}
