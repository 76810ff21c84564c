using Aligner.Statistical.Numerics;

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

    /// <summary>Shorter sentences have their transitions written out, and kept.</summary>
    private const int LongSentence = 256;

    /// <summary>The scale of a smaller sum of weights would not be finite.</summary>
    private const double LeastTotal = 1e-37;

    private readonly float[] _jumps;
    private readonly float[] _starts;
    private readonly float _uniform;
    private readonly DenseTransitions?[] _cache = new DenseTransitions?[LongSentence];

    /// <param name="jumps">Weight of each jump −MaxJump … MaxJump.</param>
    /// <param name="starts">Weight of each first position 0 … MaxJump.</param>
    /// <param name="uniform">Share of the uniform distribution.</param>
    /// <param name="nullProbability">p0: probability of a target word without a source word.</param>
    /// <exception cref="ArgumentException">
    /// A table has not the right length, a weight is negative or not finite, or a probability is none.
    /// </exception>
    public JumpTable(float[] jumps, float[] starts, float uniform, float nullProbability)
    {
        if (jumps.Length != (2 * MaxJump) + 1 || starts.Length != MaxJump + 1)
        {
            throw new ArgumentException("a jump table has not the right length", nameof(jumps));
        }

        ValueChecks.Counts(jumps, "the weights of jumps");
        ValueChecks.Counts(starts, "the weights of first positions");
        if (!(uniform is > 0 and <= 1 && nullProbability is >= 0 and < 1))
        {
            throw new ArgumentException("the share of the uniform distribution or p0 is no such probability");
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

    /// <summary>The transitions between n source positions, for use by one thread.</summary>
    internal Transitions For(int n) => n < LongSentence ? _cache[n] ??= WriteOut(n) : Band(n);

    internal static int JumpIndex(int jump) => MaxJump + Math.Clamp(jump, -MaxJump, MaxJump);

    internal static int StartIndex(int position) => Math.Min(position, MaxJump);

    private DenseTransitions WriteOut(int n)
    {
        float[] scales = Scales(n);
        float[] start = Start(n);
        float flat = Flat(n);
        return new DenseTransitions(
            n, (from, to) => from == n ? start[to] : (_jumps[JumpIndex(to - from)] * scales[from]) + flat);
    }

    private BandedTransitions Band(int n) => new(_jumps, Scales(n), Flat(n), Start(n));

    /// <summary>(1 − p0) · uniform share / n.</summary>
    private float Flat(int n) => (1 - NullProbability) * _uniform / n;

    /// <summary>By what a weight out of a state whose weights sum to <paramref name="total"/> is multiplied.</summary>
    private float Scale(double total) =>
        total >= LeastTotal ? (float)((1 - NullProbability) * (1 - _uniform) / total) : 0;

    private float[] Start(int n)
    {
        float[] weights = [.. Enumerable.Range(0, n).Select(position => _starts[StartIndex(position)])];
        float scale = Scale(weights.Sum(weight => (double)weight));
        return Array.ConvertAll(weights, weight => (weight * scale) + Flat(n));
    }

    /// <summary>The scale of each source word; the sum slides along: one more jump back, one fewer ahead.</summary>
    private float[] Scales(int n)
    {
        float[] scales = new float[n];
        double total = Enumerable.Range(0, n).Sum(jump => (double)_jumps[JumpIndex(jump)]);
        for (int from = 0; from < n; from++)
        {
            scales[from] = Scale(total);
            total += _jumps[JumpIndex(-from - 1)] - _jumps[JumpIndex(n - 1 - from)];
        }

        return scales;
    }
}
