namespace Aligner.Statistical.Hmm;

/// <summary>
/// The jump distribution of Vogel, Ney and Tillmann (1996): p(i | i′, n) ∝ c(i − i′), normalized over the n positions
/// that can be reached and mixed with the uniform distribution (Och and Ney 2003, eq. 23).
/// </summary>
/// <remarks>Immutable, and safe to share between threads.</remarks>
public sealed class JumpTable
{
    /// <summary>Longer jumps share the last weight.</summary>
    public const int MaxJump = 100;

    private const int CachedLengths = 256;

    private readonly float[] _jumps;
    private readonly float[] _starts;
    private readonly float _uniform;
    private readonly TransitionMatrix?[] _cache = new TransitionMatrix?[CachedLengths];

    /// <param name="jumps">Weight of each jump −MaxJump … MaxJump.</param>
    /// <param name="starts">Weight of each first position 0 … MaxJump.</param>
    /// <param name="uniform">Share of the uniform distribution.</param>
    /// <param name="nullProbability">p0: probability of a target word without a source word.</param>
    /// <exception cref="ArgumentException">A table has not the right length.</exception>
    public JumpTable(float[] jumps, float[] starts, float uniform, float nullProbability)
    {
        if (jumps.Length != (2 * MaxJump) + 1 || starts.Length != MaxJump + 1)
        {
            throw new ArgumentException("a jump table has not the right length", nameof(jumps));
        }

        _jumps = jumps;
        _starts = starts;
        _uniform = uniform;
        NullProbability = nullProbability;
    }

    internal ReadOnlyMemory<float> Jumps => _jumps;

    internal ReadOnlyMemory<float> Starts => _starts;

    public float Uniform => _uniform;

    /// <summary>p0.</summary>
    public float NullProbability { get; }

    /// <summary>A table in which all jumps are equally likely.</summary>
    public static JumpTable Flat(double nullProbability)
    {
        float[] jumps = new float[(2 * MaxJump) + 1];
        float[] starts = new float[MaxJump + 1];
        jumps.AsSpan().Fill(1);
        starts.AsSpan().Fill(1);
        return new JumpTable(jumps, starts, 1, (float)nullProbability);
    }

    /// <summary>The transitions between n source positions.</summary>
    public TransitionMatrix For(int n) => n < CachedLengths ? _cache[n] ??= Build(n) : Build(n);

    internal static int JumpIndex(int jump) => MaxJump + Math.Clamp(jump, -MaxJump, MaxJump);

    internal static int StartIndex(int position) => Math.Min(position, MaxJump);

    private TransitionMatrix Build(int n)
    {
        TransitionMatrix matrix = new(n);
        float[] weights = new float[n];
        for (int from = 0; from <= n; from++)
        {
            float total = 0;
            for (int to = 0; to < n; to++)
            {
                weights[to] = from == n ? _starts[StartIndex(to)] : _jumps[JumpIndex(to - from)];
                total += weights[to];
            }

            for (int to = 0; to < n; to++)
            {
                float jump = total > 0 ? (1 - _uniform) * weights[to] / total : 0;
                matrix.Set(from, to, (1 - NullProbability) * (jump + (_uniform / n)));
            }
        }

        return matrix;
    }
}
