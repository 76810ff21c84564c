using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.IterMax;

/// <summary>One round of IterMax: mutual best words of a matrix in which linked words weigh less.</summary>
internal static class IterMaxKernel
{
    /// <summary>
    /// Writes the matrix of algorithm 1 of Jalili Sabet et al. (2020): pairs of free words as they are, pairs with one
    /// linked word times <paramref name="scale"/>, and 0 where both are linked.
    /// </summary>
    public static void Mask(
        ReadOnlySpan<float> similarity,
        ReadOnlySpan<bool> sourceLinked,
        ReadOnlySpan<bool> targetLinked,
        float scale,
        Span<float> masked)
    {
        int columns = targetLinked.Length;
        for (int i = 0; i < sourceLinked.Length; i++)
        {
            (float free, float linked) = sourceLinked[i] ? (scale, 0f) : (1f, scale);
            ReadOnlySpan<float> row = similarity.Slice(i * columns, columns);
            Span<float> result = masked.Slice(i * columns, columns);
            for (int j = 0; j < columns; j++)
            {
                result[j] = row[j] * (targetLinked[j] ? linked : free);
            }
        }
    }

    /// <summary>
    /// Finds mutual best pairs that do not join two linked words, and writes their target word, or −1, for each source
    /// word.
    /// </summary>
    /// <returns>Whether there are any.</returns>
    public static bool NewLinks(
        ReadOnlySpan<float> masked,
        ReadOnlySpan<bool> sourceLinked,
        ReadOnlySpan<bool> targetLinked,
        Span<int> best)
    {
        using Pooled<int> reverse = new(targetLinked.Length);
        MatrixKernel.RowArgMax(masked, best);
        MatrixKernel.ColumnArgMax(masked, reverse.Span);
        bool any = false;
        for (int i = 0; i < best.Length; i++)
        {
            int j = best[i];
            bool isNew = reverse.Span[j] == i && !(sourceLinked[i] && targetLinked[j]);
            any |= isNew;
            best[i] = isNew ? j : -1;
        }

        return any;
    }
}
