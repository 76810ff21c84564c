using System.Numerics.Tensors;
using Aligner.Core.Numerics;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.OptimalTransport;

/// <summary>
/// Makes a plan that is nearly right exactly right (Altschuler, Weed and Rigollet 2017, algorithm 2), also for plans
/// that move a part of the mass.
/// </summary>
internal static class RoundingKernel
{
    /// <summary>
    /// Changes a plan so that no row has more than 1/rows, no column more than 1/columns, and all have
    /// <paramref name="mass"/> together, up to rounding errors.
    /// </summary>
    public static void Round(Span<double> plan, int rows, int columns, double mass)
    {
        using Pooled<double> rowSlack = new(rows);
        using Pooled<double> columnSums = new(columns);
        Span<double> sums = columnSums.Span;
        sums.Clear();
        for (int i = 0; i < rows; i++)
        {
            Span<double> row = plan.Slice(i * columns, columns);
            double sum = OrderedSums.Sum(row);
            TensorPrimitives.Multiply(row, Math.Min(1, 1 / (sum * rows)), row);
            TensorPrimitives.Add(sums, row, sums);
        }

        for (int j = 0; j < columns; j++)
        {
            sums[j] = Math.Min(1, 1 / (sums[j] * columns));
        }

        for (int i = 0; i < rows; i++)
        {
            Span<double> row = plan.Slice(i * columns, columns);
            TensorPrimitives.Multiply(row, sums, row);
            rowSlack.Span[i] = Math.Max(0, (1.0 / rows) - OrderedSums.Sum(row));
        }

        AddMissing(plan, rowSlack.Span, sums, mass);
    }

    /// <summary>Spreads the mass that is missing over the room that is left in rows and columns.</summary>
    private static void AddMissing(
        Span<double> plan, ReadOnlySpan<double> rowSlack, Span<double> columnSlack, double mass)
    {
        int columns = columnSlack.Length;
        double missing = mass - OrderedSums.Sum(plan);
        double slack = OrderedSums.Sum(rowSlack);
        if (!(missing > 0) || !(slack > 0))
        {
            return;
        }

        columnSlack.Clear();
        for (int start = 0; start < plan.Length; start += columns)
        {
            TensorPrimitives.Add(columnSlack, plan.Slice(start, columns), columnSlack);
        }

        for (int j = 0; j < columns; j++)
        {
            columnSlack[j] = Math.Max(0, (1.0 / columns) - columnSlack[j]);
        }

        double columnTotal = OrderedSums.Sum(columnSlack);
        if (columnTotal > 0)
        {
            for (int i = 0; i < rowSlack.Length; i++)
            {
                Span<double> row = plan.Slice(i * columns, columns);
                TensorPrimitives.MultiplyAdd(columnSlack, missing * rowSlack[i] / (slack * columnTotal), row, row);
            }
        }
    }
}
