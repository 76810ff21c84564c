using System.Numerics;
using Aligner.Statistical.Numerics;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Hmm;

/// <summary>
/// The arithmetic of the agreement of both directions (Liang, Taskar and Klein 2006) outside their HMMs. Matrices of a
/// pair have a row for each target word and the columns of the forward lattice, in both directions.
/// </summary>
internal static class AgreementKernel
{
    /// <summary>Looks numbers up.</summary>
    /// <param name="table">All numbers.</param>
    /// <param name="places">Where they are.</param>
    /// <param name="values">Receives one for each place.</param>
    public static void Gather(ReadOnlySpan<float> table, ReadOnlySpan<int> places, Span<float> values)
    {
        values = values[..places.Length];
        for (int k = 0; k < places.Length; k++)
        {
            values[k] = table[places[k]];
        }
    }

    /// <summary>
    /// Multiplies the emissions of a target word by t(f_j|e_i) = c(e_i,f_j) / Σ_f c(e_i,f), and in the other direction
    /// by t(e_i|f_j) = c(e_i,f_j) / Σ_e c(e,f_j).
    /// </summary>
    /// <param name="counts">c(e_i,f_j), finite for a whole row.</param>
    /// <param name="sourceScales">1 / Σ_f c(e_i,f), 0 from column n on, lest a product is infinite.</param>
    /// <param name="targetScale">1 / Σ_e c(e,f_j).</param>
    /// <param name="forwardFloor">The least t(f|e).</param>
    /// <param name="reverseFloor">The least t(e|f).</param>
    /// <param name="forward">The row of t(f_j|e_i); its columns from n on stay 0.</param>
    /// <param name="reverse">The row of t(e_i|f_j); its columns from n on mean nothing.</param>
    public static void Multiply(
        ReadOnlySpan<float> counts,
        ReadOnlySpan<float> sourceScales,
        float targetScale,
        float forwardFloor,
        float reverseFloor,
        Span<float> forward,
        Span<float> reverse)
    {
        Span<Vector<float>> forwardRow = forward.AsVectors();
        Span<Vector<float>> reverseRow = reverse.AsVectors()[..forwardRow.Length];
        ReadOnlySpan<Vector<float>> count = counts.AsVectors()[..forwardRow.Length];
        ReadOnlySpan<Vector<float>> sourceScale = sourceScales.AsVectors()[..forwardRow.Length];
        Vector<float> scale = new(targetScale);
        Vector<float> leastForward = new(forwardFloor);
        Vector<float> leastReverse = new(reverseFloor);
        for (int v = 0; v < forwardRow.Length; v++)
        {
            forwardRow[v] *= Vector.Max(leastForward, count[v] * sourceScale[v]);
            reverseRow[v] *= Vector.Max(leastReverse, count[v] * scale);
        }
    }

    /// <summary>Writes a matrix with its rows as columns.</summary>
    /// <param name="matrix">Rows of <paramref name="stride"/> columns.</param>
    /// <param name="stride">Columns of a row of the matrix.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">How many columns of each count.</param>
    /// <param name="transposed">Receives a row for each column.</param>
    /// <param name="transposedStride">Columns of a row of the result.</param>
    public static void Transpose(
        ReadOnlySpan<float> matrix, int stride, int rows, int columns, Span<float> transposed, int transposedStride)
    {
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> from = matrix.Slice(row * stride, columns);
            int to = row;
            for (int column = 0; column < from.Length; column++)
            {
                transposed[to] = from[column];
                to += transposedStride;
            }
        }
    }

    /// <summary>Lists the cells of a row on which both directions agree: p(a_j = i) · p(b_i = j).</summary>
    /// <param name="forward">p(a_j = i); columns from n on mean nothing.</param>
    /// <param name="reverse">p(b_i = j), likewise.</param>
    /// <param name="n">The number of source words.</param>
    /// <param name="firstCell">The cell (j, 0).</param>
    /// <param name="agreed">Receives cells and products that are not negligible.</param>
    public static void Agree(
        ReadOnlySpan<float> forward,
        ReadOnlySpan<float> reverse,
        int n,
        int firstCell,
        List<(int Cell, float Posterior)> agreed)
    {
        ReadOnlySpan<Vector<float>> forwardRow = forward.AsVectors();
        ReadOnlySpan<Vector<float>> reverseRow = reverse.AsVectors()[..forwardRow.Length];
        Vector<float> least = new(CountBuffer.Negligible);
        for (int v = 0; v < forwardRow.Length; v++)
        {
            Vector<float> product = forwardRow[v] * reverseRow[v];
            if (!Vector.GreaterThanOrEqualAny(product, least))
            {
                continue;
            }

            int first = v * Vector<float>.Count;
            for (int i = first; i < Math.Min(n, first + Vector<float>.Count); i++)
            {
                if (product[i - first] >= CountBuffer.Negligible)
                {
                    agreed.Add((firstCell + i, product[i - first]));
                }
            }
        }
    }
}
