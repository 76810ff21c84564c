using Aligner.Statistical.Hmm;

namespace Aligner.Statistical.Tests.Hmm;

public class JumpCountsTests
{
    [Fact]
    public void Counts_add_and_the_prior_comes_on_top()
    {
        JumpCounts once = new();
        once.AddJump(0, 0.4);
        once.AddJump(JumpTable.MaxJump + 1, 0.1);
        once.AddStart(0, 0.3);
        once.AddStart(JumpTable.MaxJump + 7, 0.2);
        JumpCounts twice = new();
        twice.Add(once);
        twice.Add(once);

        JumpTable table = twice.ToTable(prior: 0.25, uniform: 0.1, nullProbability: 0.2);

        table.Jumps.Span[JumpTable.MaxJump].ShouldBe(0.8f + 0.25f, 1e-6f);
        table.Starts.Span[0].ShouldBe(0.6f + 0.25f, 1e-6f);
        table.Jumps.Span[JumpTable.MaxJump + 1].ShouldBe(0.25f);
        table.Jumps.Span[^1].ShouldBe(0.2f + 0.25f, 1e-6f);
        table.Starts.Span[^1].ShouldBe(0.4f + 0.25f, 1e-6f);
        table.Starts.Span[1].ShouldBe(0.25f);
        table.Uniform.ShouldBe(0.1f);
        table.NullProbability.ShouldBe(0.2f);
        once.Clear();
        once.ToTable(1, 0.1, 0.2).Starts.Span[0].ShouldBe(1);
    }
}
