using System.Numerics;
using System.Runtime.InteropServices;

namespace Aligner.Finetuning.Optimization;

/// <summary>
/// The step of AdamW (Loshchilov and Hutter 2019, "Decoupled weight decay regularization", algorithm 2): with the
/// gradient g, m ← β₁m + (1 − β₁)g and v ← β₂v + (1 − β₂)g², then
/// w ← w − decay·w − rate·m / (correction·√v + ε).
/// </summary>
internal static class AdamWKernel
{
    /// <summary>Changes weights and both means in place. All spans have the same length.</summary>
    public static void Update(
        Span<float> weights, ReadOnlySpan<float> gradient, Span<float> mean, Span<float> square, in AdamWStep step)
    {
        int vectorized = weights.Length - weights.Length % Vector<float>.Count;
        UpdateVectors(
            weights[..vectorized], gradient[..vectorized], mean[..vectorized], square[..vectorized], step);
        for (int i = vectorized; i < weights.Length; i++)
        {
            float g = gradient[i] * step.GradientScale;
            mean[i] = step.Beta1 * mean[i] + (1 - step.Beta1) * g;
            square[i] = step.Beta2 * square[i] + (1 - step.Beta2) * (g * g);
            float change = step.Rate * mean[i] / (MathF.Sqrt(square[i]) * step.Correction + step.Epsilon);
            weights[i] -= step.Decay * weights[i] + change;
        }
    }

    private static void UpdateVectors(
        Span<float> weights, ReadOnlySpan<float> gradient, Span<float> mean, Span<float> square, in AdamWStep step)
    {
        Span<Vector<float>> w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        ReadOnlySpan<Vector<float>> g = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        Span<Vector<float>> m = MemoryMarshal.Cast<float, Vector<float>>(mean);
        Span<Vector<float>> v = MemoryMarshal.Cast<float, Vector<float>>(square);
        Vector<float> epsilon = new(step.Epsilon);
        for (int i = 0; i < w.Length; i++)
        {
            Vector<float> scaled = g[i] * step.GradientScale;
            m[i] = step.Beta1 * m[i] + (1 - step.Beta1) * scaled;
            v[i] = step.Beta2 * v[i] + (1 - step.Beta2) * (scaled * scaled);
            Vector<float> change = step.Rate * m[i] / (Vector.SquareRoot(v[i]) * step.Correction + epsilon);
            w[i] -= step.Decay * w[i] + change;
        }
    }
}
