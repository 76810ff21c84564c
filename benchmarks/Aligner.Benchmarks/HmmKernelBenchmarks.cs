using Aligner.Statistical.Hmm;
using Aligner.Statistical.Inference;
using BenchmarkDotNet.Attributes;

namespace Aligner.Benchmarks;

/// <summary>The E-step and the decoder of the HMM for one pair of <see cref="Length"/> words a side.</summary>
public class HmmKernelBenchmarks
{
    private Lattice _lattice = new();
    private JumpTable _jumps = JumpTable.Flat(0.2);

    [Params(10, 25, 60, 500)]
    public int Length { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        float[] jumps = new float[(2 * JumpTable.MaxJump) + 1];
        for (int jump = -JumpTable.MaxJump; jump <= JumpTable.MaxJump; jump++)
        {
            jumps[JumpTable.MaxJump + jump] = MathF.Exp(-MathF.Abs(jump - 1));
        }

        _jumps = new JumpTable(jumps, [.. jumps.Skip(JumpTable.MaxJump)], uniform: 0.2f, nullProbability: 0.2f);
        _lattice = RandomPairs.Lattice(Length, Length);
    }

    [Benchmark]
    public double ForwardBackward() => HmmInference.Posteriors(_lattice, _jumps);

    [Benchmark]
    public void Viterbi() => HmmViterbiKernel.Decode(
        _lattice.Emissions,
        _lattice.NullEmissions,
        _jumps.For(Length),
        _jumps.NullProbability,
        Length,
        _lattice.Posteriors,
        _lattice.BackPointers,
        _lattice.Links);
}
