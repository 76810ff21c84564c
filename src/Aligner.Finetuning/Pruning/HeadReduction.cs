using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Aligner.Finetuning.Pruning;

/// <summary>
/// An attention head (Vaswani et al. 2017, section 3.2) with fewer dimensions, such that its scores and what it adds to
/// the sum of the heads change least for a text, each by itself. See <see cref="LowRank"/>.
/// </summary>
internal static class HeadReduction
{
    /// <summary>
    /// Other queries and keys, whose products are nearest to those before. What a query adds to the scores of all keys
    /// alike, as with a bias of keys, does not count, since it leaves the weights as they are.
    /// </summary>
    /// <param name="query">[hidden + 1, size], the bias as the last row.</param>
    /// <param name="key">[hidden, size].</param>
    /// <param name="queryInputs">The moments of the pieces that come in, each with a 1 at its end.</param>
    /// <param name="keyInputs">Their covariances.</param>
    /// <param name="kept">The new size.</param>
    /// <returns>[hidden + 1, kept] and [hidden, kept].</returns>
    public static (Matrix<double> Query, Matrix<double> Key) Scores(
        Matrix<double> query, Matrix<double> key, Whitening queryInputs, Whitening keyInputs, int kept)
    {
        (Matrix<double> newQuery, Matrix<double> newKey) =
            LowRank.Factor(query, key, queryInputs, keyInputs, kept);

        // Scores are divided by the root of the size.
        return (newQuery * Math.Sqrt((double)kept / key.ColumnCount), newKey);
    }

    /// <summary>A map of what the head gives to fewer dimensions, and another output that starts from these.</summary>
    /// <param name="output">[size, hidden].</param>
    /// <param name="given">The covariances of what the head gives.</param>
    /// <param name="kept">The new size.</param>
    /// <returns>[size, kept] and [kept, hidden].</returns>
    public static (Matrix<double> Value, Matrix<double> Output) Context(
        Matrix<double> output, Whitening given, int kept)
    {
        (Matrix<double> value, Matrix<double> newOutput) = LowRank.Factor(
            DenseMatrix.CreateIdentity(output.RowCount), output.Transpose(), given, rightInputs: null, kept);
        return (value, newOutput.Transpose());
    }
}
