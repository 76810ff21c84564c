using Aligner.Statistical.Numerics;

namespace Aligner.Statistical.Tests.Numerics;

public class SortedSpansTests
{
    [Fact]
    public void Every_number_is_found_at_its_place_and_no_other_is()
    {
        for (int length = 0; length <= 40; length++)
        {
            int[] sorted = [.. Enumerable.Range(0, length).Select(k => 3 * k)];
            for (int value = -1; value <= (3 * length) + 1; value++)
            {
                SortedSpans.Find(sorted, value).ShouldBe(Array.IndexOf(sorted, value));
            }
        }
    }

    [Fact]
    public void The_largest_numbers_are_found() => SortedSpans.Find([0, 5, int.MaxValue], int.MaxValue).ShouldBe(2);
}
