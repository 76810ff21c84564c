using Aligner.Finetuning.Pruning;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Aligner.Finetuning.Tests.Pruning;

public class HeadReductionTests
{
    private const int Pieces = 40, Hidden = 6, Size = 4;

    private readonly Matrix<double> _pieces = DenseMatrix.Build.Random(Pieces, Hidden, 1);

    /// <summary>Queries of rank 2, of whose scores 2 dimensions therefore tell all.</summary>
    [Fact]
    public void Heads_attend_as_before_where_their_scores_have_the_rank_that_is_kept()
    {
        Matrix<double> query = DenseMatrix.Build.Random(Hidden + 1, 2, 2) * DenseMatrix.Build.Random(2, Size, 3);
        Matrix<double> key = DenseMatrix.Build.Random(Hidden, Size, 4);
        (Matrix<double> newQuery, Matrix<double> newKey) = Reduce(query, key, 2);
        (newQuery.ColumnCount, newKey.ColumnCount).ShouldBe((2, 2));
        Weights(newQuery, newKey).ShouldBe(Weights(query, key), 1e-4);
    }

    /// <summary>One dimension of the queries is always the same, by its bias: it has to be kept.</summary>
    [Fact]
    public void What_only_the_bias_of_queries_says_is_kept()
    {
        Matrix<double> query = DenseMatrix.Create(Hidden + 1, Size, 0);
        query[Hidden, 1] = 5;
        query[0, 0] = 0.01;
        Matrix<double> key = DenseMatrix.Build.Random(Hidden, Size, 4);
        (Matrix<double> newQuery, Matrix<double> newKey) = Reduce(query, key, 1);
        Weights(newQuery, newKey).ShouldBe(Weights(query, key), 1e-2);
    }

    /// <summary>The third number of a piece is always near 100: large scores that are the same for all keys.</summary>
    [Fact]
    public void What_all_keys_have_alike_is_lost_first()
    {
        _pieces.SetColumn(2, (_pieces.Column(2) * 1e-4) + 100);
        Matrix<double> query = DenseMatrix.Create(Hidden + 1, Size, 0), key = DenseMatrix.Create(Hidden, Size, 0);
        query[0, 0] = query[1, 1] = key[2, 0] = key[3, 1] = 1;
        (Matrix<double> newQuery, Matrix<double> newKey) = Reduce(query, key, 1);
        Weights(newQuery, newKey).ShouldBe(Weights(query, key), 1e-3);
    }

    /// <summary>The best outputs of rank 1 for the data itself: the first component of what is put out.</summary>
    [Fact]
    public void What_a_head_adds_is_the_best_approximation_of_its_rank()
    {
        Matrix<double> output = DenseMatrix.Build.Random(Size, Hidden, 5);
        Matrix<double> given = _pieces * DenseMatrix.Build.Random(Hidden, Size, 7);
        (Matrix<double> value, Matrix<double> newOutput) =
            HeadReduction.Context(output, new Whitening(Moments(given)), 1);
        (value.ColumnCount, newOutput.RowCount).ShouldBe((1, 1));
        var singular = (given * output).Svd();
        Matrix<double> best = singular.S[0] * singular.U.Column(0).OuterProduct(singular.VT.Row(0));
        (given * value * newOutput).ToRowMajorArray().ShouldBe(best.ToRowMajorArray(), 1e-4);
    }

    private (Matrix<double> Query, Matrix<double> Key) Reduce(Matrix<double> query, Matrix<double> key, int kept)
    {
        Vector<double> means = _pieces.ColumnSums() / Pieces;
        return HeadReduction.Scores(
            query,
            key,
            new Whitening(Moments(_pieces.Append(DenseMatrix.Create(Pieces, 1, 1)))),
            new Whitening(Moments(_pieces) - means.OuterProduct(means)),
            kept);
    }

    // The softmax of the scores of each piece for all pieces.
    private double[] Weights(Matrix<double> query, Matrix<double> key)
    {
        Matrix<double> queries = _pieces.Append(DenseMatrix.Create(Pieces, 1, 1)) * query, keys = _pieces * key;
        Matrix<double> scores = queries.TransposeAndMultiply(keys) / Math.Sqrt(query.ColumnCount);
        foreach (int row in Enumerable.Range(0, Pieces))
        {
            scores.SetRow(row, (scores.Row(row) - scores.Row(row).Maximum()).PointwiseExp());
        }

        return scores.NormalizeRows(1).ToRowMajorArray();
    }

    private static Matrix<double> Moments(Matrix<double> rows) => rows.TransposeThisAndMultiply(rows) / rows.RowCount;
}
