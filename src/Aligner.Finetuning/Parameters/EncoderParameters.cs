using Aligner.Core;
using Aligner.Core.Numerics;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;

namespace Aligner.Finetuning.Parameters;

/// <summary>The weights of an encoder that is trained.</summary>
public static class EncoderParameters
{
    /// <summary>Standard deviation of matrices and tables (Devlin et al. 2019).</summary>
    private const double Deviation = 0.02;

    /// <summary>Random numbers beyond so many deviations are drawn again.</summary>
    private const double Cut = 2;

    /// <summary>The last products of the parts of a layer.</summary>
    private static readonly string[] Branches = ["/attention/weight", "/output/weight", "/adapter/up/weight"];

    /// <summary>
    /// Adds all weights of <see cref="EncoderWeights.List"/>: matrices and tables from a truncated normal distribution,
    /// biases 0, scales of normalizations 1. What the parts of a layer add is 0 at first, so that a layer only
    /// normalizes until it has learned more (Goyal et al. 2017, section 5.1, for residual networks). Only matrices
    /// and tables decay.
    /// </summary>
    public static void AddEncoder(this ParameterSet parameters, EncoderConfig config, ref SplitMix64 random)
    {
        foreach ((string name, long[] shape) in EncoderWeights.List(config))
        {
            bool isMatrix = shape.Length > 1;
            Span<float> values = parameters.Add(name, shape, decays: isMatrix).Values;
            if (isMatrix && !Branches.Any(branch => name.EndsWith(branch, StringComparison.Ordinal)))
            {
                FillNormal(values, Deviation, ref random);
            }
            else if (isMatrix)
            {
                continue;
            }
            else if (name == EncoderWeights.Weight(name[..name.LastIndexOf('/')]))
            {
                values.Fill(1);
            }
        }
    }

    /// <summary>Takes the weights of a model that have the name and the shape of a parameter.</summary>
    /// <param name="parameters">What takes them.</param>
    /// <param name="model">The model.</param>
    /// <param name="rounded">
    /// Whether weights in 8 or 16 bits are taken too: training can go on from them, and a model of a quarter of the
    /// size is easier to keep.
    /// </param>
    /// <returns>How many parameters were found.</returns>
    /// <exception cref="DataException">The weights are damaged.</exception>
    public static int CopyFrom(this ParameterSet parameters, ModelFolder model, bool rounded = false)
    {
        OnnxGraph graph = OnnxReader.ReadFile(model.GraphPath);
        using WeightReader file = new(model.Path);
        RoundedWeights weights = new(graph, file);
        return parameters.Count(parameter => weights.Read(parameter, rounded));
    }

    /// <summary>All weights of a model; the caller disposes of them.</summary>
    /// <exception cref="DataException">The weights are damaged, or have 8 bits.</exception>
    public static ParameterSet Read(ModelFolder model)
    {
        // The manifest alone would have memory taken for weights that nobody has.
        double wanted = EncoderWeights.List(model.Manifest.Encoder)
            .Sum(weight => weight.Shape.Aggregate((double)sizeof(float), (product, size) => product * size));
        if (wanted > model.Manifest.Files.Values.Sum(file => (double)file.Bytes))
        {
            throw new DataException($"{model.Path}: not all of its weights are 32-bit ones");
        }

        ParameterSet parameters = new();
        SplitMix64 random = new(1);
        parameters.AddEncoder(model.Manifest.Encoder, ref random);
        if (parameters.CopyFrom(model) == parameters.Count)
        {
            return parameters;
        }

        parameters.Dispose();
        throw new DataException($"{model.Path}: not all of its weights are 32-bit ones");
    }

    /// <summary>Freezes all weights so far but those of adapters.</summary>
    public static void FreezeAllButAdapters(this ParameterSet parameters)
    {
        foreach (Parameter parameter in parameters)
        {
            parameter.IsFrozen = !parameter.Name.Contains(EncoderWeights.Adapter, StringComparison.Ordinal);
        }
    }

    /// <summary>Fills with numbers of a normal distribution that is cut off at two deviations.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="deviation">The standard deviation before the cut.</param>
    /// <param name="random">Where they come from.</param>
    public static void FillNormal(Span<float> values, double deviation, ref SplitMix64 random)
    {
        foreach (ref float value in values)
        {
            double normal;
            do
            {
                normal = NextNormal(ref random);
            }
            while (Math.Abs(normal) > Cut);

            value = (float)(deviation * normal);
        }
    }

    // Box and Muller 1958.
    private static double NextNormal(ref SplitMix64 random)
    {
        double radius = Math.Sqrt(-2 * Math.Log(NextUnit(ref random)));
        return radius * Math.Cos(2 * Math.PI * NextUnit(ref random));
    }

    // In (0, 1].
    private static double NextUnit(ref SplitMix64 random) => ((random.Next() >> 11) + 1) * (1.0 / (1L << 53));
}
