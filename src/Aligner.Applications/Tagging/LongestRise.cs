namespace Aligner.Applications.Tagging;

/// <summary>The longest rising subsequence of numbers, by patience sorting: O(n log n).</summary>
internal static class LongestRise
{
    /// <summary>Which of the numbers are in it.</summary>
    /// <param name="values">Different numbers.</param>
    public static bool[] Of(int[] values)
    {
        // ends[k] is the place of the least number that ends a rise of k + 1 numbers.
        List<int> ends = [];
        int[] previous = new int[values.Length];
        for (int place = 0; place < values.Length; place++)
        {
            int length = ends.BinarySearch(place, Comparer<int>.Create((x, y) => values[x].CompareTo(values[y])));
            length = length < 0 ? ~length : length;
            previous[place] = length > 0 ? ends[length - 1] : -1;
            if (length == ends.Count)
            {
                ends.Add(place);
            }
            else
            {
                ends[length] = place;
            }
        }

        bool[] isInside = new bool[values.Length];
        for (int place = ends.Count > 0 ? ends[^1] : -1; place >= 0; place = previous[place])
        {
            isInside[place] = true;
        }

        return isInside;
    }
}
