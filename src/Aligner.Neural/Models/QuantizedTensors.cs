using System.Numerics.Tensors;
using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Models;

/// <summary>The constants of a graph that is being rounded, each once however often it is asked for.</summary>
/// <param name="source">Where the values of the old graph lie.</param>
/// <param name="target">Where those of the new one go.</param>
internal sealed class QuantizedTensors(WeightReader source, WeightWriter target)
{
    private readonly Dictionary<string, GraphTensor> _tensors = [];

    /// <summary>All so far.</summary>
    public IReadOnlyList<GraphTensor> All => [.. _tensors.Values];

    /// <summary>Adds a constant as it is.</summary>
    public void Keep(GraphTensor tensor)
    {
        if (tensor.External is null)
        {
            _tensors.TryAdd(tensor.Name, tensor);
            return;
        }

        byte[] bytes = source.ReadAll<byte>(tensor);
        target.Begin();
        target.Write<byte>(bytes);
        _tensors.TryAdd(tensor.Name, target.End(tensor.Name, tensor.Type, tensor.Shape));
    }

    /// <summary>Adds a constant once more, by another name but without its values.</summary>
    /// <returns>The other name.</returns>
    public string AddCopy(string name, string copy)
    {
        _tensors[copy] = _tensors[name] with { Name = copy };
        return copy;
    }

    /// <summary>Adds a matrix [inputs, outputs] with a scale for each output.</summary>
    /// <returns>The names of the numbers, of that shape, and of the scales [outputs].</returns>
    public (string Values, string Scales) AddColumns(GraphTensor tensor) => Add(tensor, (rows, columns, name) =>
    {
        float[] values = source.ReadAll<float>(tensor), scales = new float[columns];
        sbyte[] quantized = new sbyte[values.Length];
        WeightQuantizer.Columns(values, quantized, scales);
        target.Write<sbyte>(quantized);
        return (
            target.End(name, ElementType.Int8, tensor.Shape),
            GraphTensor.Of<float>(string.Empty, scales, [columns]));
    });

    /// <summary>Adds a table with a scale for each row.</summary>
    /// <returns>The names of the numbers, of the same shape, and of the scales [rows, 1].</returns>
    public (string Values, string Scales) AddRows(GraphTensor tensor) => Add(tensor, (rows, columns, name) =>
    {
        source.Check(tensor);
        float[] scales = new float[rows];
        sbyte[] quantized = new sbyte[columns];
        ReadRows(tensor, (row, values) =>
        {
            WeightQuantizer.Rows(values, quantized, scales.AsSpan(row, 1));
            target.Write<sbyte>(quantized);
        });
        return (
            target.End(name, ElementType.Int8, tensor.Shape),
            GraphTensor.Of<float>(string.Empty, scales, [rows, 1]));
    });

    /// <summary>Adds a table in 16-bit floating point.</summary>
    /// <returns>Its name.</returns>
    public string AddHalves(GraphTensor tensor)
    {
        string name = QuantizedNames.Halves(tensor.Name);
        if (!_tensors.ContainsKey(name))
        {
            Half[] halves = new Half[tensor.Shape[1]];
            target.Begin();
            ReadRows(tensor, (_, values) =>
            {
                TensorPrimitives.ConvertToHalf(values, halves);
                target.Write<Half>(halves);
            });
            _tensors[name] = target.End(name, ElementType.Float16, tensor.Shape);
        }

        return name;
    }

    // Tables can be too large to have twice in memory.
    private void ReadRows(GraphTensor tensor, Action<int, float[]> take)
    {
        source.Check(tensor);
        float[] values = new float[tensor.Shape[1]];
        for (int row = 0; row < tensor.Shape[0]; row++)
        {
            source.Read<float>(tensor, (long)row * values.Length, values);
            take(row, values);
        }
    }

    private (string Values, string Scales) Add(
        GraphTensor tensor, Func<int, int, string, (GraphTensor Values, GraphTensor Scales)> quantize)
    {
        string name = QuantizedNames.Bytes(tensor.Name), scaleName = QuantizedNames.Scales(tensor.Name);
        if (!_tensors.ContainsKey(name))
        {
            target.Begin();
            (_tensors[name], GraphTensor scales) = quantize(
                checked((int)tensor.Shape[0]), checked((int)tensor.Shape[1]), name);
            _tensors[scaleName] = scales with { Name = scaleName };
        }

        return (name, scaleName);
    }
}
