using Aligner.Neural.Graphs;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Aligner.Finetuning.Pruning;

/// <summary>The weights of an encoder by name, some of which are replaced by others.</summary>
internal sealed class WeightTable(IEnumerable<GraphTensor> weights)
{
    private readonly Dictionary<string, GraphTensor> _weights = weights.ToDictionary(weight => weight.Name);

    public IReadOnlyDictionary<string, GraphTensor> All => _weights;

    /// <summary>The numbers of a weight, row by row.</summary>
    public double[] ValuesOf(string name) =>
        Array.ConvertAll(_weights[name].Values<float>().ToArray(), value => (double)value);

    public Matrix<double> MatrixOf(string name) =>
        Matrix<double>.Build.DenseOfRowMajor(
            (int)_weights[name].Shape[0], (int)_weights[name].Shape[1], ValuesOf(name));

    public Vector<double> VectorOf(string name) => DenseVector.OfArray(ValuesOf(name));

    public void Put(string name, double[] values, params long[] shape) =>
        _weights[name] = GraphTensor.Of<float>(name, Array.ConvertAll(values, value => (float)value), shape);

    public void Put(string name, Matrix<double> values) =>
        Put(name, values.ToRowMajorArray(), values.RowCount, values.ColumnCount);

    public void Put(string name, Vector<double> values) => Put(name, values.ToArray(), values.Count);
}
