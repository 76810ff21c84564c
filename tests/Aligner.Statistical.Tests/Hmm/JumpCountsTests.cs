using Aligner.Statistical.Hmm;

namespace Aligner.Statistical.Tests.Hmm;

public class JumpCountsTests
{
    [Fact]
    public void Counts_add_and_the_prior_comes_on_top()
    {
        // One source position: a start at 0 with probability 0.5 · 0.6, a jump of 0 with 0.5 · 0.8.
        TransitionMatrix transitions = JumpTable.Flat(nullProbability: 0.5).For(1);
        float[] counted = new float[2 * transitions.Stride];
        counted[0] = 0.8f;
        counted[transitions.Stride] = 0.6f;
        JumpCounts once = new();
        once.Add(counted, transitions, 1);
        JumpCounts twice = new();
        twice.Add(once);
        twice.Add(once);

        JumpTable table = twice.ToTable(prior: 0.25, uniform: 0.1, nullProbability: 0.2);

        table.Jumps.Span[JumpTable.MaxJump].ShouldBe(0.8f + 0.25f, 1e-6f);
        table.Starts.Span[0].ShouldBe(0.6f + 0.25f, 1e-6f);
        table.Jumps.Span[JumpTable.MaxJump + 1].ShouldBe(0.25f);
        table.Starts.Span[1].ShouldBe(0.25f);
        table.Uniform.ShouldBe(0.1f);
        table.NullProbability.ShouldBe(0.2f);
        once.Clear();
        once.ToTable(1, 0.1, 0.2).Starts.Span[0].ShouldBe(1);
    }
}
