using System.Numerics.Tensors;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Parameters;

/// <summary>The weights of a graph as 32-bit numbers, also where it has them in 8 or 16 bits.</summary>
/// <param name="graph">The graph.</param>
/// <param name="file">Where its values lie.</param>
internal sealed class RoundedWeights(OnnxGraph graph, WeightReader file)
{
    private readonly Dictionary<string, GraphTensor> _constants =
        graph.Constants.ToDictionary(constant => constant.Name);

    /// <summary>Reads the weights of a parameter, if they are there and have its shape.</summary>
    /// <param name="parameter">What they are read into.</param>
    /// <param name="rounded">Whether to take those in 8 or 16 bits.</param>
    public bool Read(Parameter parameter, bool rounded)
    {
        if (Find(parameter, parameter.Name, ElementType.Float) is { } exact)
        {
            file.Read(exact, 0, parameter.Values);
            return true;
        }

        return rounded && (ReadBytes(parameter) || ReadHalves(parameter));
    }

    private bool ReadBytes(Parameter parameter)
    {
        if (Find(parameter, QuantizedNames.Bytes(parameter.Name), ElementType.Int8) is not { } bytes
            || _constants.GetValueOrDefault(QuantizedNames.Scales(parameter.Name)) is not { } scaleTensor)
        {
            return false;
        }

        // Rows of a table have a scale each, [rows, 1], and columns of a matrix, [columns].
        bool byRow = scaleTensor.Shape.Count == 2;
        int rows = checked((int)parameter.Shape[0]), columns = checked((int)parameter.Shape[1]);
        float[] scales = new float[byRow ? rows : columns];
        file.Read<float>(scaleTensor, 0, scales);
        sbyte[] quantized = new sbyte[columns];
        for (int row = 0; row < rows; row++)
        {
            Span<float> values = parameter.Values.Slice(row * columns, columns);
            file.Read<sbyte>(bytes, (long)row * columns, quantized);
            TensorPrimitives.ConvertChecked<sbyte, float>(quantized, values);
            if (byRow)
            {
                TensorPrimitives.Multiply(values, scales[row], values);
            }
            else
            {
                TensorPrimitives.Multiply(values, scales, values);
            }
        }

        return true;
    }

    private bool ReadHalves(Parameter parameter)
    {
        if (Find(parameter, QuantizedNames.Halves(parameter.Name), ElementType.Float16) is not { } tensor)
        {
            return false;
        }

        Half[] halves = new Half[parameter.Values.Length];
        file.Read<Half>(tensor, 0, halves);
        TensorPrimitives.ConvertToSingle(halves, parameter.Values);
        return true;
    }

    private GraphTensor? Find(Parameter parameter, string name, ElementType type) =>
        _constants.GetValueOrDefault(name) is { } tensor && tensor.Type == type
            && tensor.Shape.SequenceEqual(parameter.Shape)
            ? tensor
            : null;
}
