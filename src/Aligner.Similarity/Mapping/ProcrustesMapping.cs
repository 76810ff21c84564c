using Aligner.Similarity.Numerics;
using Aligner.Similarity.Vectors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Aligner.Similarity.Mapping;

/// <summary>
/// A rotation of the source language's vectors onto those of the target language: of all orthogonal matrices W the one
/// with the least ‖XW − Y‖ over the known pairs, UVᵀ of the SVD of XᵀY (Schönemann 1966; Artetxe, Labaka and Agirre
/// 2016). Vectors are scaled to length 1 first.
/// </summary>
public sealed class ProcrustesMapping
{
    private readonly Matrix<float> _rotation;

    private ProcrustesMapping(Matrix<float> rotation, int pairCount)
    {
        _rotation = rotation;
        PairCount = pairCount;
    }

    /// <summary>The known pairs with vectors on both sides that the mapping was fitted on.</summary>
    public int PairCount { get; }

    /// <summary>Fits the mapping.</summary>
    /// <param name="source">Vectors of the source language.</param>
    /// <param name="target">Vectors of the target language, of the same length.</param>
    /// <param name="seed">Known pairs; those without vectors are passed over.</param>
    /// <param name="iterations">
    /// Fits, at least 1: each after the first is on the words that are each other's nearest after the one before. Takes
    /// time in proportion to the product of the two vocabularies.
    /// </param>
    /// <param name="parallel">Threads, and when to stop.</param>
    /// <exception cref="ArgumentException">The vectors differ in length, or no pair has vectors.</exception>
    public static ProcrustesMapping Fit(
        WordVectors source,
        WordVectors target,
        IEnumerable<(string Source, string Target)> seed,
        int iterations,
        ParallelOptions parallel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        if (source.Dimension != target.Dimension)
        {
            throw new ArgumentException(
                $"source vectors of {source.Dimension} and target vectors of {target.Dimension} values");
        }

        List<(float[] Source, float[] Target)> pairs = [];
        foreach ((string left, string right) in seed)
        {
            if (source.TryFind(left, out float[]? x) && target.TryFind(right, out float[]? y))
            {
                pairs.Add((Unit(x), Unit(y)));
            }
        }

        ProcrustesMapping mapping = Fit(pairs, source.Dimension);
        for (int iteration = 1; iteration < iterations; iteration++)
        {
            pairs = MutualNeighbors.Find(mapping.Apply(source), target, parallel);
            mapping = Fit([.. pairs.Select(pair => (mapping.Back(pair.Source), pair.Target))], source.Dimension);
        }

        return mapping;
    }

    /// <summary>The source vectors, scaled to length 1 and rotated into the target language's space.</summary>
    public WordVectors Apply(WordVectors source)
    {
        WordVectors mapped = new(source.Dimension);
        for (int word = 0; word < source.Words.Count; word++)
        {
            Vector<float> vector = Vector<float>.Build.Dense(Unit(source[word]));
            mapped.Add(source.Words[word], _rotation.LeftMultiply(vector).AsArray());
        }

        return mapped;
    }

    private float[] Back(float[] vector) => _rotation.Multiply(Vector<float>.Build.Dense(vector)).AsArray();

    private static ProcrustesMapping Fit(List<(float[] Source, float[] Target)> pairs, int dimension)
    {
        if (pairs.Count == 0)
        {
            throw new ArgumentException("no pair of words to map by has vectors on both sides");
        }

        Matrix<float> x = Matrix<float>.Build.DenseOfRows(pairs.Select(pair => pair.Source));
        Matrix<float> y = Matrix<float>.Build.DenseOfRows(pairs.Select(pair => pair.Target));
        Svd<float> svd = x.TransposeThisAndMultiply(y).Svd(computeVectors: true);
        return new ProcrustesMapping(svd.U.Multiply(svd.VT), pairs.Count);
    }

    private static float[] Unit(ReadOnlySpan<float> vector)
    {
        float[] unit = new float[vector.Length];
        SimilarityKernel.Normalize(vector, vector.Length, unit);
        return unit;
    }
}
