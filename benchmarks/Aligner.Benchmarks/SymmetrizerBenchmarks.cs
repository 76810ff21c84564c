using Aligner.Core.Alignments;
using Aligner.Core.Symmetrization;
using BenchmarkDotNet.Attributes;

namespace Aligner.Benchmarks;

/// <summary>grow-diag-final-and of one pair of <see cref="Length"/> words a side, in each of its definitions.</summary>
public class SymmetrizerBenchmarks
{
    private Alignment _forward = Alignment.Empty;
    private Alignment _reverse = Alignment.Empty;

    [Params(10, 25, 60)]
    public int Length { get; set; }

    [GlobalSetup]
    public void SetUp() => (_forward, _reverse) = RandomPairs.Directions(Length);

    [Benchmark]
    [Arguments(GrowDefinition.Moses)]
    [Arguments(GrowDefinition.Atools)]
    [Arguments(GrowDefinition.AlignmentScripts)]
    public Alignment GrowDiagFinalAnd(GrowDefinition definition) =>
        Symmetrizers.Get("grow-diag-final-and", definition).Combine(_forward, _reverse, Length, Length);
}
