using Aligner.Similarity.Numerics;
using BenchmarkDotNet.Attributes;

namespace Aligner.Benchmarks;

/// <summary>The dot products of 30 × 30 vectors.</summary>
public class SimilarityKernelBenchmarks
{
    private const int Length = 30;

    private readonly float[] _products = new float[Length * Length];
    private float[] _vectors = [];

    [Params(300, 768)]
    public int Dimension { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        Random random = new(1);
        _vectors = [.. Enumerable.Range(0, Length * Dimension).Select(_ => random.NextSingle() - 0.5f)];
    }

    [Benchmark]
    public void Multiply() => SimilarityKernel.Multiply(_vectors, _vectors, Dimension, _products);
}
