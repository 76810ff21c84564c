using Aligner.Neural.Models;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using static Aligner.Neural.Models.EncoderWeights;

namespace Aligner.Finetuning.Pruning;

/// <summary>Attention heads with fewer dimensions, such that least is lost: <see cref="HeadReduction"/>.</summary>
internal static class HeadPruning
{
    /// <summary>What has to be known of each layer: the pieces that come in, and what the heads give.</summary>
    public static (string Name, int Width)[] Values(EncoderConfig config, int layer) =>
    [
        (EncoderGraph.Hidden(layer), config.HiddenSize),
        (EncoderGraph.Context(layer), config.AttentionSize),
    ];

    /// <summary>Changes the weights of a layer.</summary>
    public static void Prune(WeightTable weights, int layer, EncoderConfig config, PieceMoments moments, int size)
    {
        PruneScores(weights, layer, config, moments, size);
        PruneContext(weights, layer, config, moments, size);
    }

    private static void PruneScores(
        WeightTable weights, int layer, EncoderConfig config, PieceMoments moments, int size)
    {
        string query = Layer(layer, "query"), key = Layer(layer, "key"), input = EncoderGraph.Hidden(layer);
        int hidden = config.HiddenSize, width = config.WidthOfHead;
        Matrix<double> covariance = new DenseMatrix(hidden, hidden, moments.TakeCovariance(input));
        Vector<double> extended = DenseVector.OfEnumerable(moments.Means(input).Append(1));
        Whitening keyInputs = new(covariance), queryInputs = new(
            covariance.DiagonalStack(DenseMatrix.Create(1, 1, 0)) + extended.OuterProduct(extended));
        Matrix<double> queries = weights.MatrixOf(Weight(query)).Stack(weights.VectorOf(Bias(query)).ToRowMatrix());
        Matrix<double> keys = weights.MatrixOf(Weight(key));
        Matrix<double> newQueries = DenseMatrix.Create(hidden + 1, config.Heads * size, 0);
        Matrix<double> newKeys = DenseMatrix.Create(hidden, config.Heads * size, 0);
        for (int head = 0; head < config.Heads; head++)
        {
            (Matrix<double> newQuery, Matrix<double> newKey) = HeadReduction.Scores(
                queries.SubMatrix(0, hidden + 1, head * width, width),
                keys.SubMatrix(0, hidden, head * width, width),
                queryInputs,
                keyInputs,
                size);
            newQueries.SetSubMatrix(0, head * size, newQuery);
            newKeys.SetSubMatrix(0, head * size, newKey);
        }

        weights.Put(Weight(query), newQueries.SubMatrix(0, hidden, 0, newQueries.ColumnCount));
        weights.Put(Bias(query), newQueries.Row(hidden));
        weights.Put(Weight(key), newKeys);
        weights.Put(Bias(key), DenseVector.Create(newKeys.ColumnCount, 0));
    }

    private static void PruneContext(
        WeightTable weights, int layer, EncoderConfig config, PieceMoments moments, int size)
    {
        string value = Layer(layer, "value"), output = Layer(layer, "attention"), context = EncoderGraph.Context(layer);
        int hidden = config.HiddenSize, width = config.WidthOfHead, all = config.AttentionSize;
        Vector<double> means = DenseVector.OfArray(moments.Means(context));
        Matrix<double> covariance = new DenseMatrix(all, all, moments.TakeCovariance(context));
        Matrix<double> outputs = weights.MatrixOf(Weight(output));
        Matrix<double> map = DenseMatrix.Create(all, config.Heads * size, 0);
        Matrix<double> newOutputs = DenseMatrix.Create(config.Heads * size, hidden, 0);
        for (int head = 0; head < config.Heads; head++)
        {
            (Matrix<double> newValue, Matrix<double> newOutput) = HeadReduction.Context(
                outputs.SubMatrix(head * width, width, 0, hidden),
                new Whitening(covariance.SubMatrix(head * width, width, head * width, width)),
                size);
            map.SetSubMatrix(head * width, head * size, newValue);
            newOutputs.SetSubMatrix(head * size, 0, newOutput);
        }

        // What is lost on the mean becomes constant.
        Vector<double> lost = means * (outputs - (map * newOutputs));
        weights.Put(Weight(value), weights.MatrixOf(Weight(value)) * map);
        weights.Put(Bias(value), weights.VectorOf(Bias(value)) * map);
        weights.Put(Weight(output), newOutputs);
        weights.Put(Bias(output), weights.VectorOf(Bias(output)) + lost);
    }
}
