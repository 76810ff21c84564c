using Aligner.Finetuning.Pruning;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Aligner.Finetuning.Tests.Pruning;

public class LowRankTests
{
    [Fact]
    public void Of_inputs_that_are_all_alike_the_largest_singular_values_stay() =>
        ShouldBe(Product(Diagonal(3, 1, 2), Diagonal(1, 1, 1), Diagonal(1, 1, 1), 2), Diagonal(3, 0, 2), 1e-5);

    /// <summary>1 · √100 · 1 is more than 2 · 1 · 1, and less than 2 · 1 · √36.</summary>
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(36, 0, 2)]
    public void What_large_inputs_meet_stays(double other, double first, double second) => ShouldBe(
        Product(Diagonal(1, 2), Diagonal(100, 1), Diagonal(1, other), 1), Diagonal(first, second), 1e-4);

    [Fact]
    public void What_never_occurs_is_lost_first() =>
        ShouldBe(Product(Diagonal(1, 100), Diagonal(1, 0), Diagonal(1, 1), 1), Diagonal(1, 0), 1e-4);

    [Fact]
    public void Of_matrices_of_lower_rank_nothing_is_lost()
    {
        Matrix<double> thin = DenseMatrix.Build.Random(5, 2, 1) * DenseMatrix.Build.Random(2, 4, 2);
        Matrix<double> right = DenseMatrix.Build.Random(6, 4, 3);
        (Matrix<double> newLeft, Matrix<double> newRight) =
            LowRank.Factor(thin, right, new Whitening(Moments(5, 4)), rightInputs: null, rank: 2);
        (newLeft.ColumnCount, newRight.ColumnCount).ShouldBe((2, 2));
        ShouldBe(newLeft.TransposeAndMultiply(newRight), thin.TransposeAndMultiply(right), 1e-8);
    }

    /// <summary>By alternating least squares from a random start, which reach the optimum by another way.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    public void No_other_factors_lose_less(int seed, int rank)
    {
        Matrix<double> map = DenseMatrix.Build.Random(5, 4, seed);
        Matrix<double> left = Moments(5, seed + 10), right = Moments(4, seed + 20);
        Matrix<double> first = DenseMatrix.Create(5, rank, 0), second = DenseMatrix.Build.Random(rank, 4, seed + 30);
        for (int i = 0; i < 1000; i++)
        {
            first = map * right * second.Transpose() * (second * right * second.Transpose()).Inverse();
            second = (first.Transpose() * left * first).Inverse() * first.Transpose() * left * map;
        }

        ShouldBe(Product(map, left, right, rank), first * second, 1e-3);
    }

    private static Matrix<double> Product(
        Matrix<double> map, Matrix<double> leftMoments, Matrix<double> rightMoments, int rank)
    {
        (Matrix<double> left, Matrix<double> right) = LowRank.Factor(
            map,
            DenseMatrix.CreateIdentity(map.ColumnCount),
            new Whitening(leftMoments),
            new Whitening(rightMoments),
            rank);
        return left.TransposeAndMultiply(right);
    }

    private static Matrix<double> Moments(int size, int seed)
    {
        Matrix<double> inputs = DenseMatrix.Build.Random(50, size, seed);
        return inputs.TransposeThisAndMultiply(inputs) / 50;
    }

    private static Matrix<double> Diagonal(params double[] values) => DenseMatrix.OfDiagonalArray(values);

    private static void ShouldBe(Matrix<double> actual, Matrix<double> expected, double tolerance) =>
        actual.ToRowMajorArray().ShouldBe(expected.ToRowMajorArray(), tolerance);
}
