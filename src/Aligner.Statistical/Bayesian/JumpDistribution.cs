namespace Aligner.Statistical.Bayesian;

/// <summary>
/// p(i | i′, n) ∝ c(i − i′): jumps between the source positions of linked target words, from −1 before the sentence to
/// n behind it, normalized over the positions that can be reached and mixed with the uniform distribution. Fixed during
/// a sweep at the mean of its Dirichlet posterior.
/// </summary>
internal sealed class JumpDistribution
{
    /// <summary>Longer jumps share the last counter.</summary>
    private const int MaxJump = 100;

    private readonly double _concentration;
    private readonly float _uniform;
    private readonly int _center;
    private readonly long[] _counts = new long[(2 * MaxJump) + 1];
    private readonly float[] _jumps;
    private readonly float[] _mirrored;
    private readonly double[] _cumulative;
    private readonly float[]?[] _scales;

    /// <param name="longest">The longest source sentence.</param>
    /// <param name="options">Priors.</param>
    public JumpDistribution(int longest, BayesOptions options)
    {
        _concentration = options.JumpConcentration;
        _uniform = (float)options.UniformJump;
        _center = longest + 1;
        _jumps = new float[(2 * _center) + 1 + GibbsKernel.Padding];
        _mirrored = new float[_jumps.Length];
        _cumulative = new double[(2 * _center) + 2];
        _scales = new float[longest + 1][];
    }

    public void Clear() => Array.Clear(_counts);

    public void Count(int jump) => _counts[MaxJump + Math.Clamp(jump, -MaxJump, MaxJump)]++;

    /// <summary>Takes the counts over into the probabilities.</summary>
    public void Update()
    {
        double total = _counts.Sum() + (_concentration * _counts.Length);
        for (int jump = -_center; jump <= _center; jump++)
        {
            long count = _counts[MaxJump + Math.Clamp(jump, -MaxJump, MaxJump)];
            float probability = (float)((count + _concentration) / total);
            _jumps[_center + jump] = probability;
            _mirrored[_center - jump] = probability;
            _cumulative[_center + jump + 1] = _cumulative[_center + jump] + probability;
        }

        Array.Clear(_scales);
    }

    /// <summary>Jumps from position <paramref name="last"/> to each of n, and on to <paramref name="next"/>.</summary>
    public JumpVectors From(int last, int next, int n)
    {
        ReadOnlySpan<float> scales = ScalesFor(n);
        return new JumpVectors(
            _jumps.AsSpan(_center - last),
            scales[last + 1],
            _mirrored.AsSpan(_center - next),
            scales[1..],
            _uniform / (n + 1));
    }

    /// <summary>(1 − uniform) / Σ_i c(i − i′) for i′ = −1 … n − 1.</summary>
    private float[] ScalesFor(int n)
    {
        if (_scales[n] is { } known)
        {
            return known;
        }

        float[] scales = new float[n + 1 + GibbsKernel.Padding];
        for (int from = -1; from < n; from++)
        {
            double reachable = _cumulative[_center + n - from + 1] - _cumulative[_center - from];
            scales[from + 1] = (float)((1 - _uniform) / reachable);
        }

        return _scales[n] = scales;
    }
}

/// <summary>Unnormalized jumps of all positions, with what normalizes them.</summary>
internal readonly ref struct JumpVectors(
    ReadOnlySpan<float> arriving,
    float arrivingScale,
    ReadOnlySpan<float> leaving,
    ReadOnlySpan<float> leavingScales,
    float uniform)
{
    /// <summary>c(i − last).</summary>
    public ReadOnlySpan<float> Arriving { get; } = arriving;

    public float ArrivingScale { get; } = arrivingScale;

    /// <summary>c(next − i).</summary>
    public ReadOnlySpan<float> Leaving { get; } = leaving;

    public ReadOnlySpan<float> LeavingScales { get; } = leavingScales;

    public float Uniform { get; } = uniform;

    /// <summary>The probability of the jump from last to <paramref name="position"/>.</summary>
    public float To(int position) => (Arriving[position] * ArrivingScale) + Uniform;
}
