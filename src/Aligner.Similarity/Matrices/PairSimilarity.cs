using Aligner.Similarity.Embeddings;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Matrices;

/// <summary>The similarity matrix of a pair and the words that its rows and columns stand for.</summary>
/// <param name="Values">Row-major, n × m.</param>
/// <param name="Source">The rows.</param>
/// <param name="Target">The columns.</param>
internal sealed record PairSimilarity(float[] Values, MatrixSide Source, MatrixSide Target)
{
    /// <summary>Compares all pieces or words of a pair.</summary>
    public static PairSimilarity Of(
        EmbeddedSentence source, EmbeddedSentence target, SimilarityLevel level, SimilarityMeasure measure)
    {
        if (source.Dimension != target.Dimension)
        {
            throw new ArgumentException($"vectors of {source.Dimension} and of {target.Dimension} values");
        }

        MatrixSide rows = MatrixSide.Of(source, level);
        MatrixSide columns = MatrixSide.Of(target, level);
        using Pooled<float> left = new(rows.Words.Length * source.Dimension);
        using Pooled<float> right = new(columns.Words.Length * target.Dimension);
        Prepare(source, level, measure, left.Span);
        Prepare(target, level, measure, right.Span);
        float[] values = new float[rows.Words.Length * columns.Words.Length];
        SimilarityKernel.Multiply(left.Span, right.Span, source.Dimension, values);
        if (measure == SimilarityMeasure.Cosine)
        {
            SimilarityKernel.ScaleCosines(values);
        }

        return new PairSimilarity(values, rows, columns);
    }

    /// <summary>
    /// The mean of several matrices of words. Where only some know a word, those count; rows are the words that any
    /// knows, and two words that none knows together have similarity 0.
    /// </summary>
    public static PairSimilarity Mean(IReadOnlyList<PairSimilarity> parts)
    {
        MatrixSide rows = MatrixSide.Union([.. parts.Select(part => part.Source)]);
        MatrixSide columns = MatrixSide.Union([.. parts.Select(part => part.Target)]);
        float[] sums = new float[rows.Words.Length * columns.Words.Length];
        using Pooled<int> counts = new(sums.Length);
        counts.Span.Clear();
        foreach (PairSimilarity part in parts)
        {
            int next = 0;
            foreach (int source in part.Source.Words)
            {
                int start = rows.IndexOf(source) * columns.Words.Length;
                foreach (int target in part.Target.Words)
                {
                    int cell = start + columns.IndexOf(target);
                    sums[cell] += part.Values[next++];
                    counts.Span[cell]++;
                }
            }
        }

        for (int k = 0; k < sums.Length; k++)
        {
            sums[k] /= Math.Max(1, counts.Span[k]);
        }

        return new PairSimilarity(sums, rows, columns);
    }

    private static void Prepare(
        EmbeddedSentence sentence, SimilarityLevel level, SimilarityMeasure measure, Span<float> prepared)
    {
        if (level == SimilarityLevel.Word)
        {
            PieceWords.Mean(sentence.Vectors, sentence.Dimension, sentence.Words, prepared);
        }
        else
        {
            sentence.Vectors.CopyTo(prepared);
        }

        if (measure == SimilarityMeasure.Cosine)
        {
            SimilarityKernel.Normalize(prepared, sentence.Dimension, prepared);
        }
    }
}
