using System.Numerics;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Numerics;

namespace Aligner.Statistical.Hmm;

/// <summary>
/// The most probable state sequence, by dynamic programming (Vogel, Ney and Tillmann 1996, eq. 7) over the states of
/// <see cref="HmmKernel"/>, rescaled at each word.
/// </summary>
internal static class HmmViterbiKernel
{
    /// <summary>Back-pointer of a state that NULL has left as it was.</summary>
    private const int Stayed = -1;

    /// <param name="emissions">m rows of t(f_j|e_i), zero from column n on.</param>
    /// <param name="nullEmissions">t(f_j|NULL).</param>
    /// <param name="transitions">(1 − p0) p(i|i′).</param>
    /// <param name="nullProbability">p0.</param>
    /// <param name="n">Number of source words.</param>
    /// <param name="scores">Scratch of m rows.</param>
    /// <param name="backPointers">Scratch of m rows.</param>
    /// <param name="links">Receives the source word of each target word, or −1 for NULL.</param>
    public static void Decode(
        ReadOnlySpan<float> emissions,
        ReadOnlySpan<float> nullEmissions,
        Transitions transitions,
        float nullProbability,
        int n,
        Span<float> scores,
        Span<int> backPointers,
        Span<int> links)
    {
        int stride = Lattice.StrideFor(n);
        int m = nullEmissions.Length;
        for (int j = 0; j < m; j++)
        {
            Span<float> row = scores.Slice(j * stride, stride);
            Span<int> pointers = backPointers.Slice(j * stride, stride);
            ReadOnlySpan<float> emission = emissions.Slice(j * stride, stride);
            float stay = nullProbability * nullEmissions[j];
            if (j == 0)
            {
                pointers.Fill(n);
                transitions.Start.CopyTo(row);
                FinishRow(emission, row);
                row[n] = stay;
                pointers[n] = Stayed;
            }
            else
            {
                ReadOnlySpan<float> previous = scores.Slice((j - 1) * stride, stride);
                transitions.FindBest(previous[..(n + 1)], row, pointers);
                FinishRow(emission, row);
                for (int state = 0; state <= n; state++)
                {
                    if (stay * previous[state] > row[state])
                    {
                        row[state] = stay * previous[state];
                        pointers[state] = Stayed;
                    }
                }
            }

            Rescale(row[..(n + 1)]);
        }

        Trace(scores.Slice((m - 1) * stride, n + 1), backPointers, stride, links);
    }

    private static void FinishRow(ReadOnlySpan<float> emission, Span<float> row)
    {
        Span<Vector<float>> scores = row.AsVectors();
        ReadOnlySpan<Vector<float>> factors = emission.AsVectors();
        for (int v = 0; v < scores.Length; v++)
        {
            scores[v] *= factors[v];
        }
    }

    private static void Rescale(Span<float> row)
    {
        float best = 0;
        foreach (float score in row)
        {
            best = Math.Max(best, score);
        }

        float scale = 1 / best;
        foreach (ref float score in row)
        {
            score *= scale;
        }
    }

    private static void Trace(ReadOnlySpan<float> last, ReadOnlySpan<int> backPointers, int stride, Span<int> links)
    {
        int state = 0;
        for (int candidate = 1; candidate < last.Length; candidate++)
        {
            if (last[candidate] > last[state])
            {
                state = candidate;
            }
        }

        for (int j = links.Length - 1; j >= 0; j--)
        {
            int pointer = backPointers[(j * stride) + state];
            links[j] = pointer == Stayed ? -1 : state;
            state = pointer == Stayed ? state : pointer;
        }
    }
}
