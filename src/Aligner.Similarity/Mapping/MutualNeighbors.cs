using Aligner.Core.Numerics;
using Aligner.Similarity.Numerics;
using Aligner.Similarity.Vectors;

namespace Aligner.Similarity.Mapping;

/// <summary>Words that are each other's nearest in a shared space: a dictionary without a dictionary.</summary>
internal static class MutualNeighbors
{
    /// <summary>The pairs of unit vectors, in the order of the source words.</summary>
    public static List<(float[] Source, float[] Target)> Find(
        WordVectors source, WordVectors target, ParallelOptions parallel)
    {
        float[][] rows = Units(source);
        float[][] columns = Units(target);
        int[] forward = new int[rows.Length];
        Parallel.For(0, rows.Length, parallel, i => forward[i] = Nearest(rows[i], columns));
        int[] reverse = new int[columns.Length];
        Parallel.For(0, columns.Length, parallel, j => reverse[j] = Nearest(columns[j], rows));
        List<(float[] Source, float[] Target)> pairs = [];
        for (int i = 0; i < rows.Length; i++)
        {
            if (reverse[forward[i]] == i)
            {
                pairs.Add((rows[i], columns[forward[i]]));
            }
        }

        return pairs;
    }

    private static int Nearest(float[] vector, float[][] others)
    {
        int nearest = 0;
        float highest = float.NegativeInfinity;
        for (int k = 0; k < others.Length; k++)
        {
            float similarity = OrderedSums.Dot(vector, others[k]);
            if (similarity > highest)
            {
                (highest, nearest) = (similarity, k);
            }
        }

        return nearest;
    }

    private static float[][] Units(WordVectors vectors)
    {
        float[][] units = new float[vectors.Words.Count][];
        for (int word = 0; word < units.Length; word++)
        {
            units[word] = new float[vectors.Dimension];
            SimilarityKernel.Normalize(vectors[word], vectors.Dimension, units[word]);
        }

        return units;
    }
}
