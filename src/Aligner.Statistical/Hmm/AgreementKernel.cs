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
    /// <summary>Looks the emissions of both directions up.</summary>
    /// <param name="table">The emissions of all word pairs.</param>
    /// <param name="cells">Where those of a pair are: element j·n + i belongs to (e_i, f_j).</param>
    /// <param name="n">The number of source words.</param>
    /// <param name="forward">Receives a row of t(f_j|e_i) for each target word.</param>
    /// <param name="stride">Columns of its rows.</param>
    /// <param name="reverse">Receives a row of t(e_i|f_j) for each source word.</param>
    /// <param name="reverseStride">Columns of its rows.</param>
    public static void Emit(
        ReadOnlySpan<Emission> table,
        ReadOnlySpan<int> cells,
        int n,
        Span<float> forward,
        int stride,
        Span<float> reverse,
        int reverseStride)
    {
        for (int j = 0; j * n < cells.Length; j++)
        {
            ReadOnlySpan<int> entries = cells.Slice(j * n, n);
            Span<float> row = forward.Slice(j * stride, n);
            int to = j;
            for (int i = 0; i < entries.Length; i++)
            {
                Emission emission = table[entries[i]];
                row[i] = emission.Forward;
                reverse[to] = emission.Reverse;
                to += reverseStride;
            }
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
