using System.Numerics;
using Aligner.Statistical.Hmm;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Tests.Hmm;

/// <summary>Short sentences have all transitions written out, long ones a band: both equal the definition.</summary>
public class TransitionsTests
{
    private const float Tolerance = 2e-4f;

    private static readonly NaiveJumps Jumps =
        new(jump => 1 + (7 * (jump + 200) % 5), start => 1 + (start % 3), Uniform: 0.25, NullProbability: 0.2);

    public static TheoryData<int> Lengths => [1, 2, 31, 255, 256, 257, 411];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Weights_follow_the_transitions(int n)
    {
        float[] weights = RandomWeights(n + 1);
        float[] sum = new float[Lattice.StrideFor(n)];

        Jumps.ToTable().For(n).Follow(weights, sum);

        double[][] rows = Rows(n);
        for (int to = 0; to < n; to++)
        {
            sum[to].ShouldBe((float)rows.Select((row, from) => weights[from] * row[to]).Sum(), Tolerance);
        }

        sum[n..].ShouldAllBe(padding => padding == 0);
    }

    /// <summary>
    /// Rows of 16 values are one vector on machines with 512 bits: an odd number, as here at any width.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Rows_may_be_any_number_of_vectors(int vectors)
    {
        const int RowCount = 5;
        int width = vectors * Vector<float>.Count;
        float[] weights = RandomWeights(RowCount), rows = RandomWeights(RowCount * width), sum = new float[width];

        DenseTransitions.AddWeightedSum(weights, rows, sum);

        for (int to = 0; to < width; to++)
        {
            sum[to].ShouldBe(weights.Select((weight, row) => weight * rows[(row * width) + to]).Sum(), Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Weights_are_added_against_the_transitions(int n)
    {
        float[] weights = Padded(RandomWeights(n), n);
        float[] sum = Padded(RandomWeights(n + 1), n);
        float[] before = [.. sum];

        Jumps.ToTable().For(n).AddReversed(weights, sum);

        double[][] rows = Rows(n);
        for (int from = 0; from <= n; from++)
        {
            double added = rows[from].Select((probability, to) => probability * weights[to]).Sum();
            sum[from].ShouldBe(before[from] + (float)added, Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void The_best_predecessor_is_found(int n)
    {
        float[] scores = RandomWeights(n + 1);
        float[] best = new float[Lattice.StrideFor(n)];
        int[] pointers = new int[best.Length];

        Jumps.ToTable().For(n).FindBest(scores, best, pointers);

        double[][] rows = Rows(n);
        for (int to = 0; to < n; to++)
        {
            double maximum = rows.Select((row, from) => scores[from] * row[to]).Max();
            best[to].ShouldBe((float)maximum, Tolerance);
            (scores[pointers[to]] * rows[pointers[to]][to]).ShouldBe(maximum, 1e-6);
        }

        best[n..].ShouldAllBe(padding => padding == 0);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Expected_jumps_are_counted(int n)
    {
        const int M = 3;
        Lattice lattice = new();
        lattice.Resize(n, M);
        float[][] occupied = [.. Enumerable.Range(0, M).Select(_ => RandomWeights(n + 1))];
        float[][] outgoing = [.. Enumerable.Range(0, M).Select(_ => RandomWeights(n))];
        for (int j = 0; j < M; j++)
        {
            Padded(occupied[j], n).CopyTo(lattice.Occupied[(j * lattice.Stride)..]);
            Padded(outgoing[j], n).CopyTo(lattice.Outgoing[(j * lattice.Stride)..]);
        }

        JumpCounts counts = new();
        Jumps.ToTable().For(n).CountJumps(lattice, counts);

        double[][] rows = Rows(n);
        double[] jumps = new double[(2 * JumpTable.MaxJump) + 1];
        double[] starts = new double[JumpTable.MaxJump + 1];
        for (int to = 0; to < n; to++)
        {
            starts[JumpTable.StartIndex(to)] += rows[n][to] * outgoing[0][to];
            for (int j = 1; j < M; j++)
            {
                starts[JumpTable.StartIndex(to)] += occupied[j - 1][n] * rows[n][to] * outgoing[j][to];
                for (int from = 0; from < n; from++)
                {
                    jumps[JumpTable.JumpIndex(to - from)] += occupied[j - 1][from] * rows[from][to] * outgoing[j][to];
                }
            }
        }

        JumpTable actual = counts.ToTable(prior: 0, uniform: 0.25, nullProbability: 0);
        actual.Jumps.ToArray().ShouldBe(jumps.Select(count => (float)count), 1e-3);
        actual.Starts.ToArray().ShouldBe(starts.Select(count => (float)count), 1e-3);
    }

    /// <summary>p(to | from) in row from; that of the start comes last.</summary>
    private static double[][] Rows(int n) => [.. Enumerable.Range(0, n + 1).Select(from => Enumerable.Range(0, n)
        .Select(to => Jumps.Transition(from == n ? -1 : from, to, n)).ToArray())];

    private static float[] RandomWeights(int count)
    {
        Random random = new(count);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() / count * 8)];
    }

    private static float[] Padded(float[] row, int n)
    {
        float[] padded = new float[Lattice.StrideFor(n)];
        row.CopyTo(padded, 0);
        return padded;
    }
}
