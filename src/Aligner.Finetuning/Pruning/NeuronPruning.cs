using Aligner.Neural.Models;
using static Aligner.Neural.Models.EncoderWeights;

namespace Aligner.Finetuning.Pruning;

/// <summary>
/// Feed-forward blocks with fewer neurons, without those that the others replace best: <see cref="NeuronRemoval"/>.
/// </summary>
internal static class NeuronPruning
{
    /// <summary>What has to be known of each layer.</summary>
    public static (string Name, int Width) Value(EncoderConfig config, int layer) =>
        (EncoderGraph.Activation(layer), config.IntermediateSize);

    /// <summary>Changes the weights of a layer.</summary>
    public static void Prune(WeightTable weights, int layer, EncoderConfig config, PieceMoments moments, int size)
    {
        string inner = Layer(layer, "intermediate"), outer = Layer(layer, "output");
        string activation = EncoderGraph.Activation(layer);
        int neurons = config.IntermediateSize, hidden = config.HiddenSize;
        double[] means = moments.Means(activation);
        double[] before = weights.ValuesOf(Weight(outer)), after = [.. before];
        int[] kept = NeuronRemoval.Remove(moments.TakeCovariance(activation), after, neurons, size);

        // What the neurons that are gone gave on the mean becomes constant.
        double[] bias = weights.ValuesOf(Bias(outer));
        for (int i = 0; i < before.Length; i++)
        {
            bias[i % hidden] += means[i / hidden] * (before[i] - after[i]);
        }

        weights.Put(Weight(inner), Columns(weights.ValuesOf(Weight(inner)), neurons, kept), hidden, size);
        weights.Put(Bias(inner), Columns(weights.ValuesOf(Bias(inner)), neurons, kept), size);
        weights.Put(
            Weight(outer), [.. kept.SelectMany(row => after[(row * hidden)..((row + 1) * hidden)])], size, hidden);
        weights.Put(Bias(outer), bias, hidden);
    }

    private static double[] Columns(double[] values, int columns, int[] kept)
    {
        double[] result = new double[values.Length / columns * kept.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = values[(i / kept.Length * columns) + kept[i % kept.Length]];
        }

        return result;
    }
}
