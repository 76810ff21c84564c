using System.Numerics.Tensors;
using Aligner.Core.Corpora;

namespace Aligner.Similarity.Embeddings;

/// <summary>The mean vector of each language over a corpus (Libovický, Rosa and Fraser 2020).</summary>
/// <param name="Source">Mean over all source pieces; empty if there is none.</param>
/// <param name="Target">Mean over all target pieces; empty if there is none.</param>
public sealed record LanguageMeans(float[] Source, float[] Target)
{
    /// <summary>Reads all batches; the same for any number of threads.</summary>
    public static LanguageMeans Estimate(
        IPairEmbedder embedder, IEnumerable<IReadOnlyList<TokenizedPair>> batches, ParallelOptions parallel)
    {
        Sum source = new();
        Sum target = new();
        foreach (IReadOnlyList<TokenizedPair> batch in batches)
        {
            Sum[] sources = new Sum[batch.Count];
            Sum[] targets = new Sum[batch.Count];
            embedder.Embed(
                batch,
                (pair, left, right) => (sources[pair], targets[pair]) = (Sum.Of(left), Sum.Of(right)),
                parallel);
            foreach (Sum sum in sources)
            {
                source = source.Plus(sum);
            }

            foreach (Sum sum in targets)
            {
                target = target.Plus(sum);
            }
        }

        return new LanguageMeans(source.Mean(), target.Mean());
    }

    private readonly record struct Sum(double[]? Values, long Count)
    {
        public static Sum Of(EmbeddedSentence sentence)
        {
            double[] values = new double[sentence.Dimension];
            for (int k = 0; k < sentence.Vectors.Length; k++)
            {
                values[k % values.Length] += sentence.Vectors[k];
            }

            return new Sum(values, sentence.Words.Length);
        }

        public Sum Plus(Sum other)
        {
            if (Values is null || other.Values is null)
            {
                return Values is null ? other : this;
            }

            TensorPrimitives.Add<double>(Values, other.Values, Values);
            return this with { Count = Count + other.Count };
        }

        public float[] Mean()
        {
            long count = Count;
            return count == 0 ? [] : Array.ConvertAll(Values!, value => (float)(value / count));
        }
    }
}
