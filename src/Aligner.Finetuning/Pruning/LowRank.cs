using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Aligner.Finetuning.Pruning;

/// <summary>
/// Thinner matrices in place of two: the best approximation of low rank of a bilinear map, for inputs of known moments
/// (Chen et al. 2021, DRONE, theorem 1).
/// </summary>
internal static class LowRank
{
    /// <summary>
    /// The L and R of rank r for which the mean of (xᵀ A Bᵀ y − xᵀ L Rᵀ y)² is least over independent x and y. Where r
    /// is the rank of A Bᵀ, nothing is lost.
    /// </summary>
    /// <param name="left">A, [m, k], k at most m.</param>
    /// <param name="right">B, [n, k], k at most n.</param>
    /// <param name="leftInputs">The moments of x.</param>
    /// <param name="rightInputs">Those of y; null where each number counts alike.</param>
    /// <param name="rank">r, from 1 to k.</param>
    /// <returns>L, [m, r], and R, [n, r].</returns>
    public static (Matrix<double> Left, Matrix<double> Right) Factor(
        Matrix<double> left, Matrix<double> right, Whitening leftInputs, Whitening? rightInputs, int rank)
    {
        // After whitening, the mean is the squared norm of A Bᵀ − L Rᵀ, and the singular vectors minimize that (Eckart
        // and Young 1936); those of the product of two triangles, of k rows, are enough.
        var (first, second) = (leftInputs.Apply(left).QR(), (rightInputs?.Apply(right) ?? right).QR());
        var singular = (first.R * second.R.Transpose()).Svd();
        Matrix<double> scales = DenseMatrix.CreateDiagonal(rank, rank, i => Math.Sqrt(singular.S[i]));
        int size = left.ColumnCount;
        Matrix<double> newLeft = first.Q * singular.U.SubMatrix(0, size, 0, rank) * scales;
        Matrix<double> newRight = second.Q * singular.VT.SubMatrix(0, rank, 0, size).Transpose() * scales;
        return (leftInputs.Undo(newLeft), rightInputs?.Undo(newRight) ?? newRight);
    }
}
