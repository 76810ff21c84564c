namespace Aligner.Applications.Reordering;

/// <summary>Counts the pairs of a sequence that stand in the wrong order.</summary>
internal static class Inversions
{
    /// <summary>
    /// How many pairs of places p &lt; q have a value at p above that at q, by merge sort: O(n log n).
    /// </summary>
    /// <param name="values">n values; sorted afterwards.</param>
    public static long CountAndSort(Span<int> values) => CountAndSort(values, new int[values.Length]);

    private static long CountAndSort(Span<int> values, Span<int> merged)
    {
        if (values.Length < 2)
        {
            return 0;
        }

        int middle = values.Length / 2;
        long count = CountAndSort(values[..middle], merged[..middle]);
        count += CountAndSort(values[middle..], merged[middle..]);
        (int left, int right) = (0, middle);
        for (int next = 0; next < values.Length; next++)
        {
            if (right == values.Length || (left < middle && values[left] <= values[right]))
            {
                merged[next] = values[left++];
            }
            else
            {
                // What is left of the left half is above this value.
                count += middle - left;
                merged[next] = values[right++];
            }
        }

        merged[..values.Length].CopyTo(values);
        return count;
    }
}
