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

    public void AddStart(int position, double count) => _starts[JumpTable.StartIndex(position)] += count;

    public void AddJump(int jump, double count) => _jumps[JumpTable.JumpIndex(jump)] += count;

    /// <summary>The M-step: counts plus <paramref name="prior"/> as weights.</summary>
    public JumpTable ToTable(double prior, double uniform, double nullProbability) => new(
        [.. _jumps.Select(count => (float)(count + prior))],
        [.. _starts.Select(count => (float)(count + prior))],
        (float)uniform,
        (float)nullProbability);
}
