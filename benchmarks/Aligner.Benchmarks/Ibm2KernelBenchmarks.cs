using Aligner.Statistical.Ibm2;
using Aligner.Statistical.Inference;
using BenchmarkDotNet.Attributes;

namespace Aligner.Benchmarks;

/// <summary>The E-step of the diagonal Model 2 for one pair of <see cref="Length"/> words a side.</summary>
public class Ibm2KernelBenchmarks
{
    private readonly Ibm2Options _options = new();
    private Lattice _lattice = new();

    [Params(10, 25, 60)]
    public int Length { get; set; }

    [GlobalSetup]
    public void SetUp() => _lattice = RandomPairs.Lattice(Length, Length);

    [Benchmark]
    public double Posteriors() => Ibm2Kernel.Posteriors(
        _lattice.Emissions,
        _lattice.NullEmissions,
        Length,
        _lattice.Stride,
        _options.Tension,
        _options.NullProbability,
        _lattice.Posteriors);
}
