using System.Numerics;
using System.Runtime.InteropServices;
using Aligner.Statistical.Numerics;

namespace Aligner.Statistical.Hmm;

/// <summary>Sums and maxima over a sliding window, for transitions that depend on the jump alone.</summary>
internal static class BandKernel
{
    private const int Unroll = 4;

    /// <summary>Adds Σ_k taps[k] · signal[x + k] to each output x.</summary>
    /// <param name="taps">The weights of the window.</param>
    /// <param name="signal">At least <paramref name="output"/> + <paramref name="taps"/> − 1 values.</param>
    /// <param name="output">A row of whole vectors.</param>
    public static void Correlate(ReadOnlySpan<float> taps, ReadOnlySpan<float> signal, Span<float> output)
    {
        Span<Vector<float>> sums = output.AsVectors();
        int v = 0;
        for (; v + Unroll <= sums.Length; v += Unroll)
        {
            int start = v * Vector<float>.Count;
            Vector<float> sum0 = sums[v];
            Vector<float> sum1 = sums[v + 1];
            Vector<float> sum2 = sums[v + 2];
            Vector<float> sum3 = sums[v + 3];
            for (int k = 0; k < taps.Length; k++)
            {
                Vector<float> tap = new(taps[k]);
                ReadOnlySpan<float> window = signal.Slice(start + k, Unroll * Vector<float>.Count);
                sum0 = Vector.FusedMultiplyAdd(tap, Load(window, 0), sum0);
                sum1 = Vector.FusedMultiplyAdd(tap, Load(window, 1), sum1);
                sum2 = Vector.FusedMultiplyAdd(tap, Load(window, 2), sum2);
                sum3 = Vector.FusedMultiplyAdd(tap, Load(window, 3), sum3);
            }

            sums[v] = sum0;
            sums[v + 1] = sum1;
            sums[v + 2] = sum2;
            sums[v + 3] = sum3;
        }

        for (; v < sums.Length; v++)
        {
            int start = v * Vector<float>.Count;
            for (int k = 0; k < taps.Length; k++)
            {
                sums[v] = Vector.FusedMultiplyAdd(new(taps[k]), Load(signal[(start + k)..], 0), sums[v]);
            }
        }
    }

    /// <summary>Raises each output x to max_k (taps[k] · signal[x + k] + offsets[x + k]) and notes the k.</summary>
    /// <param name="taps">The weights of the window.</param>
    /// <param name="signal">At least <paramref name="best"/> + <paramref name="taps"/> − 1 values.</param>
    /// <param name="offsets">As many values.</param>
    /// <param name="best">A row of whole vectors.</param>
    /// <param name="positions">Receives x + k where an output was raised: a row of whole vectors.</param>
    public static void RaiseToMaximum(
        ReadOnlySpan<float> taps,
        ReadOnlySpan<float> signal,
        ReadOnlySpan<float> offsets,
        Span<float> best,
        Span<int> positions)
    {
        Span<Vector<float>> maxima = best.AsVectors();
        Span<Vector<int>> pointers = positions.AsVectors();
        for (int v = 0; v < maxima.Length; v++)
        {
            int start = v * Vector<float>.Count;
            Vector<float> maximum = maxima[v];
            Vector<int> pointer = pointers[v];
            Vector<int> position = Vector.CreateSequence(start, 1);
            for (int k = 0; k < taps.Length; k++)
            {
                Vector<float> candidate = Vector.FusedMultiplyAdd(
                    new(taps[k]), Load(signal[(start + k)..], 0), Load(offsets[(start + k)..], 0));
                Vector<int> better = Vector.GreaterThan(candidate, maximum);
                maximum = Vector.ConditionalSelect(better, candidate, maximum);
                pointer = Vector.ConditionalSelect(better, position, pointer);
                position += Vector<int>.One;
            }

            maxima[v] = maximum;
            pointers[v] = pointer;
        }
    }

    private static Vector<float> Load(ReadOnlySpan<float> values, int vector) => Vector.LoadUnsafe(
        ref MemoryMarshal.GetReference(values[(vector * Vector<float>.Count)..]));
}
