using Aligner.Statistical.Hmm;

namespace Aligner.Statistical.Tests.Hmm;

/// <summary>A jump distribution by its definition, in double; positions before the first word are −1.</summary>
/// <param name="Jump">Weight of a jump width.</param>
/// <param name="Start">Weight of a first position.</param>
/// <param name="Uniform">Share of the uniform distribution.</param>
/// <param name="NullProbability">p0.</param>
internal sealed record NaiveJumps(
    Func<int, double> Jump, Func<int, double> Start, double Uniform, double NullProbability)
{
    /// <summary>(1 − p0) p(to | from, n).</summary>
    public double Transition(int from, int to, int n)
    {
        double total = Enumerable.Range(0, n).Sum(other => Weight(from, other));
        return (1 - NullProbability) * (((1 - Uniform) * Weight(from, to) / total) + (Uniform / n));
    }

    /// <summary>The same distribution as the models hold it.</summary>
    public JumpTable ToTable() => new(
        [.. Enumerable.Range(-JumpTable.MaxJump, (2 * JumpTable.MaxJump) + 1).Select(jump => (float)Jump(jump))],
        [.. Enumerable.Range(0, JumpTable.MaxJump + 1).Select(start => (float)Start(start))],
        (float)Uniform,
        (float)NullProbability);

    private double Weight(int from, int to) => from < 0
        ? Start(Math.Min(to, JumpTable.MaxJump))
        : Jump(Math.Clamp(to - from, -JumpTable.MaxJump, JumpTable.MaxJump));
}
