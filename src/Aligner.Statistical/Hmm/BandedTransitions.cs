using System.Numerics.Tensors;
using Aligner.Core.Numerics;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Hmm;

/// <summary>
/// The transitions of a long sentence in time and memory linear in n: p(i | i′) is w(i − i′) / Z(i′) up to a share of
/// the uniform distribution, and all jumps from <see cref="JumpTable.MaxJump"/> on share one w. Hence a sum over i′ is
/// a sliding window over the short jumps, and two running sums for the long ones. Nothing is approximated.
/// </summary>
/// <remarks>Holds scratch rows: for one thread.</remarks>
internal sealed class BandedTransitions : Transitions
{
    /// <summary>The longest jump of the window.</summary>
    private const int Reach = JumpTable.MaxJump - 1;

    private const int WindowLength = (2 * Reach) + 1;

    private readonly int _n;
    private readonly int _stride;
    private readonly float[] _window;
    private readonly float[] _reversedWindow;
    private readonly float _longForward;
    private readonly float _longBackward;
    private readonly float[] _scales;
    private readonly float _flat;
    private readonly float[] _start;
    private readonly float[] _signal;
    private readonly float[] _offsets;
    private readonly float[] _row;

    /// <param name="jumps">w of each jump −MaxJump … MaxJump.</param>
    /// <param name="scales">(1 − p0) (1 − uniform share) / Z of each source word.</param>
    /// <param name="flat">(1 − p0) · uniform share / n.</param>
    /// <param name="start">(1 − p0) p(i | start) of each source word.</param>
    public BandedTransitions(ReadOnlySpan<float> jumps, float[] scales, float flat, ReadOnlySpan<float> start)
    {
        _n = scales.Length;
        _stride = Lattice.StrideFor(_n);
        _window = jumps[1..^1].ToArray();
        _reversedWindow = [.. _window.Reverse()];
        _longBackward = jumps[0];
        _longForward = jumps[^1];
        _scales = scales;
        _flat = flat;
        _start = new float[_stride];
        start.CopyTo(_start);
        _signal = new float[_stride + Lattice.StrideFor(WindowLength) - 1];
        _offsets = new float[_signal.Length];
        _row = new float[_stride];
    }

    public override ReadOnlySpan<float> Start => _start;

    public override void Follow(ReadOnlySpan<float> weights, Span<float> sum)
    {
        ReadOnlySpan<float> states = weights[.._n];
        Span<float> scaled = Middle(_signal);
        TensorPrimitives.Multiply(states, _scales, scaled);
        TensorPrimitives.Multiply(_start, weights[_n], sum);
        TensorPrimitives.Add(sum, _flat * OrderedSums.Sum(states), sum);
        BandKernel.Correlate(_reversedWindow, _signal, sum);
        AddLongJumps(scaled, _longForward, _longBackward, sum);
        sum[_n..].Clear();
    }

    public override void AddReversed(ReadOnlySpan<float> weights, Span<float> sum)
    {
        ReadOnlySpan<float> words = weights[.._n];
        words.CopyTo(Middle(_signal));
        _row.AsSpan().Clear();
        BandKernel.Correlate(_window, _signal, _row);
        AddLongJumps(words, _longBackward, _longForward, _row);
        Span<float> states = sum[.._n];
        TensorPrimitives.MultiplyAdd(_row.AsSpan(0, _n), _scales, states, states);
        TensorPrimitives.Add(states, _flat * OrderedSums.Sum(words), states);
        sum[_n] += OrderedSums.Dot(_start.AsSpan(0, _n), words);
    }

    public override void CountJumps(Lattice lattice, JumpCounts counts)
    {
        CountStarts(1, lattice.Outgoing[.._n], counts);
        for (int j = 1; j < lattice.TargetLength; j++)
        {
            ReadOnlySpan<float> states = lattice.Occupied.Slice((j - 1) * _stride, _n + 1);
            ReadOnlySpan<float> words = lattice.Outgoing.Slice(j * _stride, _n);
            CountStarts(states[_n], words, counts);
            words.CopyTo(Middle(_signal));

            // Each p(i|i′) is a jump's share plus the uniform one: w / Z(i′) + flat.
            TensorPrimitives.Multiply(states[.._n], _scales, _row);
            CountJumps(_row.AsSpan(0, _n), jump => Weight(jump), words, counts);
            CountJumps(states[.._n], _ => _flat, words, counts);
        }
    }

    public override void FindBest(ReadOnlySpan<float> scores, Span<float> best, Span<int> pointers)
    {
        ReadOnlySpan<float> states = scores[.._n];
        Span<float> scaled = Middle(_signal);
        Span<float> flat = Middle(_offsets);
        TensorPrimitives.Multiply(states, _scales, scaled);
        TensorPrimitives.Multiply(states, _flat, flat);
        TensorPrimitives.Multiply(_start, scores[_n], best);
        pointers.Fill(_n + Reach);
        BandKernel.RaiseToMaximum(_reversedWindow, _signal, _offsets, best, pointers);
        TensorPrimitives.Subtract(pointers, Reach, pointers);
        RaiseToLongJumps(scaled, flat, best, pointers);
        best[_n..].Clear();
    }

    private Span<float> Middle(float[] padded) => padded.AsSpan(Reach, _n);

    private float Weight(int jump) => jump switch
    {
        > Reach => _longForward,
        < -Reach => _longBackward,
        _ => _window[Reach + jump],
    };

    private void CountStarts(float weight, ReadOnlySpan<float> words, JumpCounts counts)
    {
        for (int i = 0; i < words.Length; i++)
        {
            counts.AddStart(i, weight * _start[i] * words[i]);
        }
    }

    /// <summary>
    /// Adds Σ states(i′) words(i) weight(i − i′); the words are already in the middle of the signal.
    /// </summary>
    private void CountJumps(
        ReadOnlySpan<float> states, Func<int, float> weight, ReadOnlySpan<float> words, JumpCounts counts)
    {
        Span<float> window = stackalloc float[Lattice.StrideFor(WindowLength)];
        window.Clear();
        BandKernel.Correlate(states, _signal, window);
        for (int jump = -Reach; jump <= Reach; jump++)
        {
            counts.AddJump(jump, weight(jump) * window[Reach + jump]);
        }

        double before = 0;
        double forward = 0;
        double wordsBefore = 0;
        double backward = 0;
        for (int i = JumpTable.MaxJump; i < states.Length; i++)
        {
            before += states[i - JumpTable.MaxJump];
            forward += before * words[i];
            wordsBefore += words[i - JumpTable.MaxJump];
            backward += wordsBefore * states[i];
        }

        counts.AddJump(JumpTable.MaxJump, weight(JumpTable.MaxJump) * forward);
        counts.AddJump(-JumpTable.MaxJump, weight(-JumpTable.MaxJump) * backward);
    }

    /// <summary>
    /// Adds <paramref name="before"/> times the values at least MaxJump to the left of each position, and
    /// <paramref name="after"/> times those as far to the right.
    /// </summary>
    private static void AddLongJumps(ReadOnlySpan<float> values, float before, float after, Span<float> sum)
    {
        double left = 0;
        double right = 0;
        for (int i = JumpTable.MaxJump; i < values.Length; i++)
        {
            left += values[i - JumpTable.MaxJump];
            sum[i] += (float)(before * left);
            right += values[^(i - JumpTable.MaxJump + 1)];
            sum[values.Length - 1 - i] += (float)(after * right);
        }
    }

    private void RaiseToLongJumps(
        ReadOnlySpan<float> scaled, ReadOnlySpan<float> flat, Span<float> best, Span<int> pointers)
    {
        (float Score, int State) left = default;
        (float Score, int State) right = default;
        for (int i = JumpTable.MaxJump; i < _n; i++)
        {
            int from = i - JumpTable.MaxJump;
            left = Better(left, ((scaled[from] * _longForward) + flat[from], from));
            Raise(left, i, best, pointers);

            from = _n - 1 - from;
            right = Better(right, ((scaled[from] * _longBackward) + flat[from], from));
            Raise(right, _n - 1 - i, best, pointers);
        }
    }

    private static (float Score, int State) Better((float Score, int State) one, (float Score, int State) other) =>
        other.Score > one.Score ? other : one;

    private static void Raise((float Score, int State) candidate, int i, Span<float> best, Span<int> pointers)
    {
        if (candidate.Score > best[i])
        {
            (best[i], pointers[i]) = candidate;
        }
    }
}
