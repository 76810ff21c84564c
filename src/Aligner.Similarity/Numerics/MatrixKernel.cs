namespace Aligner.Similarity.Numerics;

/// <summary>Searches and transposition of row-major matrices.</summary>
internal static class MatrixKernel
{
    /// <summary>The column of the largest value of each row; of equal ones the first.</summary>
    /// <param name="matrix">Rows × columns.</param>
    /// <param name="best">One column for each row.</param>
    public static void RowArgMax(ReadOnlySpan<float> matrix, Span<int> best)
    {
        int columns = matrix.Length / best.Length;
        for (int row = 0; row < best.Length; row++)
        {
            ReadOnlySpan<float> values = matrix.Slice(row * columns, columns);
            int index = 0;
            for (int column = 1; column < columns; column++)
            {
                if (values[column] > values[index])
                {
                    index = column;
                }
            }

            best[row] = index;
        }
    }

    /// <summary>The row of the largest value of each column; of equal ones the first.</summary>
    /// <param name="matrix">Rows × columns.</param>
    /// <param name="best">One row for each column.</param>
    public static void ColumnArgMax(ReadOnlySpan<float> matrix, Span<int> best)
    {
        int columns = best.Length;
        best.Clear();
        for (int start = columns, row = 1; start < matrix.Length; start += columns, row++)
        {
            ReadOnlySpan<float> values = matrix.Slice(start, columns);
            for (int column = 0; column < columns; column++)
            {
                if (values[column] > matrix[(best[column] * columns) + column])
                {
                    best[column] = row;
                }
            }
        }
    }

    /// <summary>Writes rows as columns.</summary>
    public static void Transpose<T>(ReadOnlySpan<T> matrix, int rows, int columns, Span<T> transposed)
    {
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<T> values = matrix.Slice(row * columns, columns);
            for (int column = 0; column < columns; column++)
            {
                transposed[(column * rows) + row] = values[column];
            }
        }
    }
}
