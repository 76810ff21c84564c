using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Features;

/// <summary>Features of a link from the cells around it.</summary>
internal static class TableFeatures
{
    /// <summary>Keeps log-odds finite.</summary>
    private const float Smallest = 1e-3f;

    /// <summary>The log-odds of a probability, finite for 0 and 1 too.</summary>
    public static float LogOdds(float probability) =>
        MathF.Log((probability + Smallest) / (1 - probability + Smallest));

    /// <summary>Adds the eight adjacent cells: those that share a word with the cell, then the diagonal ones.</summary>
    public static void AddAdjacent(LinkTable table, int cell, ref FeatureWriter next)
    {
        int stride = table.Stride, down = stride + 1, up = stride - 1;
        foreach (int step in (ReadOnlySpan<int>)[-stride, stride, -1, 1, -down, down, -up, up])
        {
            next.Add(table.Cells[cell + step]);
        }
    }

    /// <summary>Adds the sums of the adjacent cells by source word, by target word and along the diagonal.</summary>
    public static void AddSums(LinkTable table, int cell, ref FeatureWriter next)
    {
        foreach (int step in (ReadOnlySpan<int>)[table.Stride, 1, table.Stride + 1])
        {
            next.Add(table.Cells[cell - step] + table.Cells[cell + step]);
        }
    }

    /// <summary>Adds the sum and the best of the other links of the source word, then of the target word.</summary>
    public static void AddOthers(LinkTable table, Link link, int cell, ref FeatureWriter next)
    {
        float own = table.Cells[cell];
        ref readonly TableTotals.Line source = ref table.Totals.Row(link.Source + 1);
        ref readonly TableTotals.Line target = ref table.Totals.Column(link.Target + 1);
        next.Add(source.SumWithout(own));
        next.Add(source.BestWithout(own));
        next.Add(target.SumWithout(own));
        next.Add(target.BestWithout(own));
    }
}
