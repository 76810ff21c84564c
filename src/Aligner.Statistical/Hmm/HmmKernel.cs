using System.Numerics;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Numerics;

namespace Aligner.Statistical.Hmm;

/// <summary>
/// Forward-backward over the alignment states of one sentence pair (Vogel, Ney and Tillmann 1996; Och and Ney 2003,
/// section 2.1.2), in scaled arithmetic (Rabiner 1989, section V.A).
/// </summary>
/// <remarks>
/// State i &lt; n says that the last linked source word is e_i, state n that there is none yet. A target word links to
/// NULL without a change of state: this equals doubling the states, because what follows depends on the last real
/// position alone. Matrices have one row a target word (or state) and the lattice's stride of columns.
/// </remarks>
internal static class HmmKernel
{
    /// <summary>
    /// The forward recurrence: α_j(i) ∝ t(f_j|e_i) Σ_{i′} p(i|i′) ω_{j−1}(i′), where ω sums linked and NULL paths.
    /// </summary>
    /// <param name="emissions">m rows: t(f_j|e_i), zero from column n on.</param>
    /// <param name="nullEmissions">m values: t(f_j|NULL).</param>
    /// <param name="transitions">(1 − p0) p(i|i′).</param>
    /// <param name="nullProbability">p0.</param>
    /// <param name="n">Number of source words.</param>
    /// <param name="linked">Receives α: m rows.</param>
    /// <param name="occupied">Receives ω: m rows; each sums to 1.</param>
    /// <param name="scales">Receives the m scaling factors, 1 / p(f_j | f_0 … f_{j−1}).</param>
    /// <returns>log p(f|e).</returns>
    public static double Forward(
        ReadOnlySpan<float> emissions,
        ReadOnlySpan<float> nullEmissions,
        Transitions transitions,
        float nullProbability,
        int n,
        Span<float> linked,
        Span<float> occupied,
        Span<float> scales)
    {
        int stride = Lattice.StrideFor(n);
        double logProbability = 0;
        for (int j = 0; j < nullEmissions.Length; j++)
        {
            Span<float> row = linked.Slice(j * stride, stride);
            Span<float> states = occupied.Slice(j * stride, stride);
            if (j == 0)
            {
                transitions.Start.CopyTo(row);
                states.Clear();
                states[n] = 1;
            }
            else
            {
                Span<float> previous = occupied.Slice((j - 1) * stride, stride);
                transitions.Follow(previous[..(n + 1)], row);
                previous.CopyTo(states);
            }

            float scale = Emit(emissions.Slice(j * stride, stride), nullProbability * nullEmissions[j], row, states);
            scales[j] = scale;
            logProbability -= Math.Log(scale);
        }

        return logProbability;
    }

    /// <summary>
    /// The backward recurrence: β_{j−1}(i′) = p0 t(f_j|NULL) β_j(i′) + Σ_i p(i|i′) t(f_j|e_i) β_j(i). Turns α into
    /// link posteriors in place: γ_j(i) = α_j(i) β_j(i).
    /// </summary>
    /// <param name="linked">α on entry, link posteriors on return: m rows. What a row lacks to 1 is NULL's.</param>
    /// <param name="backward">Scratch of one row.</param>
    /// <param name="outgoing">Receives t(f_j|e_i) β_j(i) scale_j: m rows, to count jumps.</param>
    public static void Backward(
        ReadOnlySpan<float> emissions,
        ReadOnlySpan<float> nullEmissions,
        Transitions transitions,
        float nullProbability,
        ReadOnlySpan<float> scales,
        int n,
        Span<float> linked,
        Span<float> backward,
        Span<float> outgoing)
    {
        int stride = Lattice.StrideFor(n);
        Span<Vector<float>> beta = backward[..stride].AsVectors();
        beta.Fill(Vector<float>.One);
        for (int j = nullEmissions.Length - 1; j >= 0; j--)
        {
            Span<Vector<float>> row = linked.Slice(j * stride, stride).AsVectors();
            ReadOnlySpan<Vector<float>> emission = emissions.Slice(j * stride, stride).AsVectors();
            Span<float> leaving = outgoing.Slice(j * stride, stride);
            Span<Vector<float>> weights = leaving.AsVectors();
            Vector<float> scale = new(scales[j]);
            Vector<float> stay = new(scales[j] * nullProbability * nullEmissions[j]);
            for (int v = 0; v < beta.Length; v++)
            {
                row[v] *= beta[v];
                weights[v] = emission[v] * beta[v] * scale;
                beta[v] *= stay;
            }

            transitions.AddReversed(leaving, backward[..stride]);
        }
    }

    /// <summary>Multiplies by the emissions and scales so that all paths sum to 1; returns the scale.</summary>
    private static float Emit(ReadOnlySpan<float> emissions, float nullEmission, Span<float> linked, Span<float> states)
    {
        ReadOnlySpan<Vector<float>> emission = emissions.AsVectors();
        Span<Vector<float>> row = linked.AsVectors();
        Span<Vector<float>> state = states.AsVectors();
        Vector<float> stay = new(nullEmission);
        Vector<float> sum = Vector<float>.Zero;
        for (int v = 0; v < row.Length; v++)
        {
            row[v] *= emission[v];
            state[v] = (state[v] * stay) + row[v];
            sum += state[v];
        }

        float scale = 1 / Vector.Sum(sum);
        Vector<float> scaling = new(scale);
        for (int v = 0; v < row.Length; v++)
        {
            row[v] *= scaling;
            state[v] *= scaling;
        }

        return scale;
    }
}
