namespace Aligner.Statistical.Hmm;

/// <summary>Expected counts of jump widths i − i′ and of first positions.</summary>
internal sealed class JumpCounts
{
    private readonly double[] _jumps = new double[(2 * JumpTable.MaxJump) + 1];
    private readonly double[] _starts = new double[JumpTable.MaxJump + 1];

    public void Clear()
    {
        Array.Clear(_jumps);
        Array.Clear(_starts);
    }

    public void Add(JumpCounts other)
    {
        for (int jump = 0; jump < _jumps.Length; jump++)
        {
            _jumps[jump] += other._jumps[jump];
        }

        for (int start = 0; start < _starts.Length; start++)
        {
            _starts[start] += other._starts[start];
        }
    }

    /// <summary>Adds the expected transitions of one pair.</summary>
    /// <param name="transitionCounts">What <see cref="HmmKernel.CountTransitions"/> collected.</param>
    /// <param name="transitions">p(i|i′), by which the counts are still to be multiplied.</param>
    /// <param name="n">Number of source words.</param>
    public void Add(ReadOnlySpan<float> transitionCounts, TransitionMatrix transitions, int n)
    {
        for (int from = 0; from <= n; from++)
        {
            int row = from * transitions.Stride;
            for (int to = 0; to < n; to++)
            {
                float count = transitionCounts[row + to] * transitions.Rows[row + to];
                if (from == n)
                {
                    _starts[JumpTable.StartIndex(to)] += count;
                }
                else
                {
                    _jumps[JumpTable.JumpIndex(to - from)] += count;
                }
            }
        }
    }

    /// <summary>The M-step: counts plus <paramref name="prior"/> as weights.</summary>
    public JumpTable ToTable(double prior, double uniform, double nullProbability) => new(
        [.. _jumps.Select(count => (float)(count + prior))],
        [.. _starts.Select(count => (float)(count + prior))],
        (float)uniform,
        (float)nullProbability);
}
