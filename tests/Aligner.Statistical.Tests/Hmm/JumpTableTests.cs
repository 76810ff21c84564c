using Aligner.Statistical.Hmm;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Tests.Hmm;

public class JumpTableTests
{
    private static readonly NaiveJumps Jumps =
        new(jump => 1 + (7 * Math.Abs(jump) % 5), start => 1 + (start % 3), Uniform: 0.25, NullProbability: 0.2);

    [Fact]
    public void Two_positions_worked_by_hand()
    {
        // Weights: stay 1, forward 3, backward 1; first 1 : 4.
        JumpTable table = new NaiveJumps(
            jump => jump == 1 ? 3 : 1, start => start == 1 ? 4 : 1, Uniform: 0.5, NullProbability: 0.2).ToTable();

        // 0.8 · (0.5 · share + 0.5 / 2), from each position and from the start.
        Rows(table, 2).ShouldBe([[0.3f, 0.5f], [0.4f, 0.4f], [0.28f, 0.52f]]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(80)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(350)]
    public void Rows_equal_the_definition(int n)
    {
        float[][] rows = Rows(Jumps.ToTable(), n);

        for (int from = 0; from <= n; from++)
        {
            rows[from].Sum().ShouldBe(0.8f, 1e-4f);
            for (int to = 0; to < n; to++)
            {
                rows[from][to].ShouldBe((float)Jumps.Transition(from == n ? -1 : from, to, n), 1e-6f);
            }
        }
    }

    [Fact]
    public void Jumps_beyond_the_longest_share_its_weight()
    {
        const int N = 250;
        float[][] rows = Rows(
            new NaiveJumps(jump => jump == JumpTable.MaxJump ? 5 : 1, _ => 1, 0.5, 0.5).ToTable(), N);

        rows[0][N - 1].ShouldBe(rows[0][JumpTable.MaxJump]);
        rows[0][N - 1].ShouldBeGreaterThan(rows[0][JumpTable.MaxJump - 1]);
        rows[N - 1][0].ShouldBe(rows[N - 1][N - 2]);
    }

    [Fact]
    public void A_flat_table_favors_no_position() => Rows(JumpTable.Flat(0.2), 4)
        .ShouldAllBe(row => row.All(value => Math.Abs(value - 0.2f) < 1e-6f));

    [Fact]
    public void Weights_of_zero_leave_the_uniform_share()
    {
        float[][] rows = Rows(new NaiveJumps(_ => 0, _ => 0, Uniform: 0.5, NullProbability: 0.2).ToTable(), 2);

        rows.ShouldAllBe(row => row.All(value => Math.Abs(value - 0.2f) < 1e-6f));
    }

    [Theory]
    [InlineData(200, 101)]
    [InlineData(201, 100)]
    public void Tables_of_another_length_are_refused(int jumps, int starts) =>
        Should.Throw<ArgumentException>(() => new JumpTable(new float[jumps], new float[starts], 0.1f, 0.1f));

    /// <summary>p(to | from) in row from, the start's last: what a state of weight 1 gives to the words.</summary>
    private static float[][] Rows(JumpTable table, int n) => [.. Enumerable.Range(0, n + 1).Select(from =>
    {
        float[] weights = new float[n + 1];
        float[] sum = new float[Lattice.StrideFor(n)];
        weights[from] = 1;
        table.For(n).Follow(weights, sum);
        sum[n..].ShouldAllBe(padding => padding == 0);
        return sum[..n];
    })];

    /// <summary>The scales of these weights are not finite, or their sums too large for single precision.</summary>
    [Theory]
    [InlineData(1e-40f)]
    [InlineData(3e38f)]
    [InlineData(0)]
    public void Probabilities_are_finite_with_any_weights_of_jumps(float weight)
    {
        JumpTable jumps = new(
            [.. Enumerable.Repeat(weight, 201)], [.. Enumerable.Repeat(weight, 101)], 0.5f, 0.25f);
        foreach (int length in new[] { 1, 3, 300 })
        {
            float[] reached = new float[Lattice.StrideFor(length)];
            float[] occupied = new float[reached.Length];
            occupied[0] = 1;
            jumps.For(length).Follow(occupied.AsSpan(0, length + 1), reached);
            reached[..length].ShouldAllBe(probability => probability > 0 && probability <= 1);
        }
    }

    [Theory]
    [InlineData(0, 0.2f)]
    [InlineData(1.5f, 0.2f)]
    [InlineData(float.NaN, 0.2f)]
    [InlineData(0.5f, 1)]
    [InlineData(0.5f, -0.1f)]
    [InlineData(0.5f, float.NaN)]
    public void Probabilities_that_are_none_are_refused(float uniform, float nullProbability) =>
        Should.Throw<ArgumentException>(() => new JumpTable(new float[201], new float[101], uniform, nullProbability));
}
