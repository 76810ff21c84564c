using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Aligner.Finetuning.Pruning;

/// <summary>
/// The change of basis Cᵀ, for moments M = C Cᵀ, after which the squared norm of a vector of weights is the mean square
/// of what they give.
/// </summary>
internal sealed class Whitening
{
    /// <summary>A share of the mean square, added to each: without it, what never occurs has no inverse.</summary>
    private const double Damping = 1e-6;

    /// <summary>The mean square of inputs that are always 0.</summary>
    private const double Least = 1e-30;

    private readonly Matrix<double> _root;
    private readonly Matrix<double> _inverse;

    /// <param name="moments">The mean of x xᵀ over the inputs x, [size, size].</param>
    public Whitening(Matrix<double> moments)
    {
        int size = moments.RowCount;
        double added = Math.Max(Damping * moments.Trace() / size, Least);
        _root = (moments + DenseMatrix.CreateDiagonal(size, size, added)).Cholesky().Factor.Transpose();
        _inverse = _root.Inverse();
    }

    /// <summary>Weights of x, a column for each output, in the new basis.</summary>
    public Matrix<double> Apply(Matrix<double> weights) => _root * weights;

    /// <summary>The weights of x that have these in the new basis.</summary>
    public Matrix<double> Undo(Matrix<double> weights) => _inverse * weights;
}
