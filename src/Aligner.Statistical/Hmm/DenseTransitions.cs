using System.Numerics;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Numerics;

namespace Aligner.Statistical.Hmm;

/// <summary>
/// All transitions of a short sentence, by rows i′ and transposed, each row padded with zeros to the stride of a
/// lattice.
/// </summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class DenseTransitions : Transitions
{
    /// <summary>Weights below this share of the whole add nothing that a float could hold.</summary>
    private const float Negligible = 1e-8f;

    private readonly int _n;
    private readonly int _stride;
    private readonly float[] _rows;
    private readonly float[] _transposed;

    /// <param name="n">Number of source words.</param>
    /// <param name="probability">(1 − p0) p(to | from).</param>
    public DenseTransitions(int n, Func<int, int, float> probability)
    {
        _n = n;
        _stride = Lattice.StrideFor(n);
        _rows = new float[(n + 1) * _stride];
        _transposed = new float[n * _stride];
        for (int from = 0; from <= n; from++)
        {
            for (int to = 0; to < n; to++)
            {
                float value = probability(from, to);
                _rows[(from * _stride) + to] = value;
                _transposed[(to * _stride) + from] = value;
            }
        }
    }

    public override ReadOnlySpan<float> Start => Row(_n);

    public override void Follow(ReadOnlySpan<float> weights, Span<float> sum)
    {
        sum.Clear();
        AddWeightedSum(weights, _rows, sum);
    }

    public override void AddReversed(ReadOnlySpan<float> weights, Span<float> sum) =>
        AddWeightedSum(weights[.._n], _transposed, sum);

    public override void CountJumps(Lattice lattice, JumpCounts counts)
    {
        Span<float> transitionCounts = lattice.Transitions;
        transitionCounts.Clear();
        AddScaled(1, lattice.Outgoing[.._stride], transitionCounts.Slice(_n * _stride, _stride));
        for (int j = 1; j < lattice.TargetLength; j++)
        {
            ReadOnlySpan<float> previous = lattice.Occupied.Slice((j - 1) * _stride, _stride);
            ReadOnlySpan<float> next = lattice.Outgoing.Slice(j * _stride, _stride);
            for (int state = 0; state <= _n; state++)
            {
                if (previous[state] > Negligible)
                {
                    AddScaled(previous[state], next, transitionCounts.Slice(state * _stride, _stride));
                }
            }
        }

        for (int to = 0; to < _n; to++)
        {
            counts.AddStart(to, transitionCounts[(_n * _stride) + to] * Start[to]);
            for (int from = 0; from < _n; from++)
            {
                int cell = (from * _stride) + to;
                counts.AddJump(to - from, transitionCounts[cell] * _rows[cell]);
            }
        }
    }

    public override void FindBest(ReadOnlySpan<float> scores, Span<float> best, Span<int> pointers)
    {
        best.Clear();
        pointers.Clear();
        Span<Vector<float>> bestVectors = best.AsVectors();
        Span<Vector<int>> pointerVectors = pointers.AsVectors();
        for (int from = 0; from < scores.Length; from++)
        {
            if (scores[from] == 0)
            {
                continue;
            }

            Vector<float> score = new(scores[from]);
            Vector<int> pointer = new(from);
            ReadOnlySpan<Vector<float>> row = Row(from).AsVectors();
            for (int v = 0; v < row.Length; v++)
            {
                Vector<float> candidate = score * row[v];
                Vector<int> better = Vector.GreaterThan(candidate, bestVectors[v]);
                bestVectors[v] = Vector.ConditionalSelect(better, candidate, bestVectors[v]);
                pointerVectors[v] = Vector.ConditionalSelect(better, pointer, pointerVectors[v]);
            }
        }
    }

    private ReadOnlySpan<float> Row(int from) => _rows.AsSpan(from * _stride, _stride);

    /// <summary>Adds Σ weight · row; the sums of a few columns stay in registers while all rows pass.</summary>
    /// <param name="weights">The weight of each row.</param>
    /// <param name="rows">Rows as long as <paramref name="sum"/>, whole vectors.</param>
    /// <param name="sum">The sums.</param>
    internal static void AddWeightedSum(ReadOnlySpan<float> weights, ReadOnlySpan<float> rows, Span<float> sum)
    {
        Span<int> buffer = stackalloc int[weights.Length];
        ReadOnlySpan<int> active = buffer[..FindActive(weights, buffer)];
        ReadOnlySpan<Vector<float>> terms = rows.AsVectors();
        Span<Vector<float>> sums = sum.AsVectors();
        int v = 0;
        for (; v + 1 < sums.Length; v += 2)
        {
            Vector<float> first = sums[v];
            Vector<float> second = sums[v + 1];
            foreach (int row in active)
            {
                Vector<float> weight = new(weights[row]);
                first = Vector.FusedMultiplyAdd(weight, terms[(row * sums.Length) + v], first);
                second = Vector.FusedMultiplyAdd(weight, terms[(row * sums.Length) + v + 1], second);
            }

            sums[v] = first;
            sums[v + 1] = second;
        }

        // Rows of 16 values are one vector of 512 bits.
        for (; v < sums.Length; v++)
        {
            foreach (int row in active)
            {
                sums[v] = Vector.FusedMultiplyAdd(new(weights[row]), terms[(row * sums.Length) + v], sums[v]);
            }
        }
    }

    /// <summary>Lists the states whose weight matters; returns their number.</summary>
    private static int FindActive(ReadOnlySpan<float> weights, Span<int> active)
    {
        int count = 0;
        for (int state = 0; state < weights.Length; state++)
        {
            active[count] = state;
            count += weights[state] > Negligible ? 1 : 0;
        }

        return count;
    }

    private static void AddScaled(float factor, ReadOnlySpan<float> row, Span<float> sum)
    {
        Vector<float> factors = new(factor);
        ReadOnlySpan<Vector<float>> terms = row.AsVectors();
        Span<Vector<float>> sums = sum.AsVectors();
        for (int v = 0; v < sums.Length; v++)
        {
            sums[v] = Vector.FusedMultiplyAdd(factors, terms[v], sums[v]);
        }
    }
}
