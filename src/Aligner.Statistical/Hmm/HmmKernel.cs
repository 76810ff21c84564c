using System.Numerics;
using System.Numerics.Tensors;
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
    /// <summary>Weights below this share of the whole add nothing that a float could hold.</summary>
    private const float Negligible = 1e-8f;

    /// <summary>From so many states on, time n²m is kept down by a beam.</summary>
    private const int LongSentence = 256;

    /// <summary>Lists of so many states fit on the stack.</summary>
    private const int StackedStates = 1024;

    /// <summary>Share of the best state's weight that others need in a long sentence.</summary>
    private const float LongSentenceBeam = 1e-3f;

    /// <summary>
    /// The forward recurrence: α_j(i) ∝ t(f_j|e_i) Σ_{i′} p(i|i′) ω_{j−1}(i′), where ω sums linked and NULL paths.
    /// </summary>
    /// <param name="emissions">m rows: t(f_j|e_i), zero from column n on.</param>
    /// <param name="nullEmissions">m values: t(f_j|NULL).</param>
    /// <param name="transitions">n + 1 rows of (1 − p0) p(i|i′).</param>
    /// <param name="nullProbability">p0.</param>
    /// <param name="n">Number of source words.</param>
    /// <param name="linked">Receives α: m rows.</param>
    /// <param name="occupied">Receives ω: m rows; each sums to 1.</param>
    /// <param name="scales">Receives the m scaling factors, 1 / p(f_j | f_0 … f_{j−1}).</param>
    /// <returns>log p(f|e).</returns>
    public static double Forward(
        ReadOnlySpan<float> emissions,
        ReadOnlySpan<float> nullEmissions,
        ReadOnlySpan<float> transitions,
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
                transitions.Slice(n * stride, stride).CopyTo(row);
                states.Clear();
                states[n] = 1;
            }
            else
            {
                Span<float> previous = occupied.Slice((j - 1) * stride, stride);
                WeightedSum(previous[..(n + 1)], transitions, row);
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
    /// <param name="transposed">n rows: transitions into each state.</param>
    /// <param name="linked">α on entry, link posteriors on return: m rows. What a row lacks to 1 is NULL's.</param>
    /// <param name="backward">Scratch of one row.</param>
    /// <param name="outgoing">Receives t(f_j|e_i) β_j(i) scale_j: m rows, for <see cref="CountTransitions"/>.</param>
    public static void Backward(
        ReadOnlySpan<float> emissions,
        ReadOnlySpan<float> nullEmissions,
        ReadOnlySpan<float> transposed,
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

            AddWeightedSum(leaving[..n], transposed, backward[..stride]);
        }
    }

    /// <summary>
    /// Adds the expected transitions Σ_j ω_{j−1}(i′) · t(f_j|e_i) β_j(i), still to be multiplied by p(i|i′).
    /// </summary>
    /// <param name="transitionCounts">n + 1 rows, added to.</param>
    public static void CountTransitions(
        ReadOnlySpan<float> occupied, ReadOnlySpan<float> outgoing, int n, int m, Span<float> transitionCounts)
    {
        int stride = Lattice.StrideFor(n);
        AddScaled(1, outgoing[..stride], transitionCounts.Slice(n * stride, stride));
        for (int j = 1; j < m; j++)
        {
            ReadOnlySpan<float> previous = occupied.Slice((j - 1) * stride, stride);
            ReadOnlySpan<float> next = outgoing.Slice(j * stride, stride);
            float least = Least(previous[..(n + 1)]);
            for (int state = 0; state <= n; state++)
            {
                if (previous[state] > least)
                {
                    AddScaled(previous[state], next, transitionCounts.Slice(state * stride, stride));
                }
            }
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

    private static void WeightedSum(ReadOnlySpan<float> weights, ReadOnlySpan<float> rows, Span<float> sum)
    {
        sum.Clear();
        AddWeightedSum(weights, rows, sum);
    }

    /// <summary>Adds Σ weight · row; the sums of a few columns stay in registers while all rows pass.</summary>
    private static void AddWeightedSum(ReadOnlySpan<float> weights, ReadOnlySpan<float> rows, Span<float> sum)
    {
        Span<int> buffer = weights.Length <= StackedStates ? stackalloc int[weights.Length] : new int[weights.Length];
        ReadOnlySpan<int> active = buffer[..FindActive(weights, buffer)];
        ReadOnlySpan<Vector<float>> terms = rows.AsVectors();
        Span<Vector<float>> sums = sum.AsVectors();
        for (int v = 0; v < sums.Length; v += 2)
        {
            Vector<float> first = sums[v];
            Vector<float> second = sums[v + 1];
            foreach (int row in active)
            {
                Vector<float> weight = new(weights[row]);
                first = Vector.FusedMultiplyAdd(weight, terms[(row * sums.Length) + v], first);
                second = Vector.FusedMultiplyAdd(weight, terms[(row * sums.Length) + v + 1], second);
            }

            sums[v] = first;
            sums[v + 1] = second;
        }
    }

    /// <summary>Lists the states whose weight matters; returns their number.</summary>
    private static int FindActive(ReadOnlySpan<float> weights, Span<int> active)
    {
        float least = Least(weights);
        int count = 0;
        for (int state = 0; state < weights.Length; state++)
        {
            active[count] = state;
            count += weights[state] > least ? 1 : 0;
        }

        return count;
    }

    /// <summary>The weight that a state needs to be followed up: a beam where sentences are long.</summary>
    private static float Least(ReadOnlySpan<float> weights) => weights.Length < LongSentence
        ? Negligible
        : TensorPrimitives.Max(weights) * LongSentenceBeam;

    private static void AddScaled(float factor, ReadOnlySpan<float> row, Span<float> sum)
    {
        Vector<float> factors = new(factor);
        ReadOnlySpan<Vector<float>> terms = row.AsVectors();
        Span<Vector<float>> sums = sum.AsVectors();
        for (int v = 0; v < sums.Length; v++)
        {
            sums[v] = Vector.FusedMultiplyAdd(factors, terms[v], sums[v]);
        }
    }
}
