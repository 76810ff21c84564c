using Aligner.Statistical.Hmm;

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

        TransitionMatrix matrix = table.For(2);

        // 0.8 · (0.5 · share + 0.5 / 2), from each position and from the start.
        Rows(matrix, 2).ShouldBe([[0.3f, 0.5f], [0.4f, 0.4f], [0.28f, 0.52f]]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(80)]
    public void Rows_equal_the_definition(int n)
    {
        float[][] rows = Rows(Jumps.ToTable().For(n), n);

        for (int from = 0; from <= n; from++)
        {
            rows[from].Sum().ShouldBe(0.8f, 1e-4f);
            for (int to = 0; to < n; to++)
            {
                rows[from][to].ShouldBe((float)Jumps.Transition(from == n ? -1 : from, to, n), 1e-6f);
            }
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public void The_transposed_matrix_has_the_same_values(int n)
    {
        TransitionMatrix matrix = Jumps.ToTable().For(n);

        float[][] rows = Rows(matrix, n);

        for (int to = 0; to < n; to++)
        {
            float[] into = matrix.Transposed.Slice(to * matrix.Stride, n + 1).ToArray();
            into.ShouldBe(rows.Select(row => row[to]));
        }
    }

    [Fact]
    public void Jumps_beyond_the_longest_share_its_weight()
    {
        const int N = 250;
        float[][] rows = Rows(
            new NaiveJumps(jump => jump == JumpTable.MaxJump ? 5 : 1, _ => 1, 0.5, 0.5).ToTable().For(N), N);

        rows[0][N - 1].ShouldBe(rows[0][JumpTable.MaxJump]);
        rows[0][N - 1].ShouldBeGreaterThan(rows[0][JumpTable.MaxJump - 1]);
        rows[N - 1][0].ShouldBe(rows[N - 1][N - 2]);
    }

    [Fact]
    public void A_flat_table_favors_no_position() => Rows(JumpTable.Flat(0.2).For(4), 4)
        .ShouldAllBe(row => row.All(value => Math.Abs(value - 0.2f) < 1e-6f));

    [Fact]
    public void Weights_of_zero_leave_the_uniform_share()
    {
        float[][] rows = Rows(new NaiveJumps(_ => 0, _ => 0, Uniform: 0.5, NullProbability: 0.2).ToTable().For(2), 2);

        rows.ShouldAllBe(row => row.All(value => Math.Abs(value - 0.2f) < 1e-6f));
    }

    [Theory]
    [InlineData(200, 101)]
    [InlineData(201, 100)]
    public void Tables_of_another_length_are_refused(int jumps, int starts) =>
        Should.Throw<ArgumentException>(() => new JumpTable(new float[jumps], new float[starts], 0.1f, 0.1f));

    private static float[][] Rows(TransitionMatrix matrix, int n) =>
        [.. matrix.Rows.ToArray().Chunk(matrix.Stride).Select(row => row[..n])];
}
