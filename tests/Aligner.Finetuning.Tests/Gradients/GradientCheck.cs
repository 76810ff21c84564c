using Aligner.Core.Numerics;
using Aligner.Finetuning.Parameters;
using Aligner.Finetuning.Sessions;
using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Tests.Gradients;

/// <summary>
/// Compares the gradients of a graph with finite differences. The loss is a random weighting of the graph's result,
/// summed in double precision for the differences.
/// </summary>
internal sealed class GradientCheck : IDisposable
{
    private const double Step = 0.01;

    private readonly ParameterSet _parameters = new();
    private readonly List<GraphTensor> _others = [];
    private SplitMix64 _random = new(17);

    public GraphBuilder Graph { get; } = new();

    /// <summary>A random number in [-1, 1).</summary>
    public float Next() => (float)((_random.Next() >> 11) * (2.0 / (1L << 53)) - 1);

    /// <summary>A parameter with values in [low, high).</summary>
    public string Parameter(string name, float low, float high, params long[] shape)
    {
        foreach (ref float value in _parameters.Add(name, shape, decays: false).Values)
        {
            value = low + (high - low) * (Next() + 1) / 2;
        }

        return Graph.Constant(_parameters[name].ToConstant());
    }

    /// <summary>An input whose sizes the graph leaves open, with values in [-1, 1).</summary>
    public string Input(string name, params long[] shape)
    {
        float[] values = [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (a, b) => a * b)).Select(_ => Next())];
        _others.Add(GraphTensor.Of<float>(name, values, shape));
        return Graph.Input(
            name, ElementType.Float, [.. shape.Select((_, i) => (GraphDimension)$"{name}_{i}")]);
    }

    /// <summary>An input of whole numbers whose sizes the graph leaves open.</summary>
    public string Integers(string name, long[] values, params long[] shape)
    {
        _others.Add(GraphTensor.Of<long>(name, values, shape));
        return Graph.Input(
            name, ElementType.Int64, [.. shape.Select((_, i) => (GraphDimension)$"{name}_{i}")]);
    }

    /// <summary>Checks every gradient of a value of these sizes.</summary>
    public void Verify(string result, params long[] shape)
    {
        float[] weights = [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (a, b) => a * b)).Select(_ => Next())];
        string loss = Graph.ReduceSum(
            "check/loss",
            Graph.Multiply(
                "check/weighted", result, Graph.Constant(GraphTensor.Of<float>("check/weights", weights, shape))),
            keep: false);
        Graph.Output(result, ElementType.Float, [.. shape.Select(_ => new GraphDimension(null))]);
        OnnxGraph graph = Graph.Build("check");
        SessionSettings settings = new() { Threads = 1 };
        using GradientSession gradients = new(graph, loss, _parameters, settings);
        using ForwardSession forward = new(graph, [result], _parameters, settings);
        NamedTensor[] inputs = [.. _others.Select(Bind)];
        gradients.Run(inputs);
        foreach (Parameter parameter in _parameters)
        {
            float[] actual = Dense(parameter);
            for (int i = 0; i < actual.Length; i++)
            {
                double expected = Difference(parameter, i, () => Loss(forward, inputs, weights));
                actual[i].ShouldBe((float)expected, 1e-3f * (1 + (float)Math.Abs(expected)), $"{parameter.Name}[{i}]");
            }
        }

        Array.ForEach(inputs, input => input.Tensor.Dispose());
    }

    /// <summary>The gradient with a value for each weight.</summary>
    public static float[] Dense(Parameter parameter)
    {
        parameter.Gradient.IsEmpty.ShouldBeFalse(parameter.Name);
        if (!parameter.Gradient.IsDense)
        {
            parameter.Gradient.Add(new float[parameter.Values.Length]);
        }

        return parameter.Gradient.Values.ToArray();
    }

    /// <summary>The slope by the five-point rule.</summary>
    public static double Difference(Parameter parameter, int index, Func<double> loss)
    {
        float value = parameter.Values[index];
        double At(double step)
        {
            parameter.Values[index] = (float)(value + step);
            return loss();
        }

        double slope = (8 * (At(Step) - At(-Step)) - (At(2 * Step) - At(-2 * Step))) / (12 * Step);
        parameter.Values[index] = value;
        return slope;
    }

    public void Dispose() => _parameters.Dispose();

    private static double Loss(ForwardSession forward, NamedTensor[] inputs, float[] weights)
    {
        IReadOnlyList<Tensor> results = forward.Run(inputs);
        double sum = 0;
        ReadOnlySpan<float> values = results[0].Values<float>();
        values.Length.ShouldBe(weights.Length);
        for (int i = 0; i < weights.Length; i++)
        {
            sum += (double)values[i] * weights[i];
        }

        results[0].Dispose();
        return sum;
    }

    private static NamedTensor Bind(GraphTensor tensor) => new(
        tensor.Name,
        tensor.Type == ElementType.Float
            ? Tensor.Over<float>(tensor.Values<float>().ToArray(), [.. tensor.Shape])
            : Tensor.Over<long>(tensor.Values<long>().ToArray(), [.. tensor.Shape]));
}
