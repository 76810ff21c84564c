using Aligner.Statistical.Inflections;

namespace Aligner.Statistical.Tests.Inflections;

public class InflectionKernelTests
{
    [Theory]
    [InlineData(0, new[] { 1 })]
    [InlineData(3, new[] { 1, 4, 5 })]
    [InlineData(6, new[] { 5, 4 })]
    public void Words_without_a_link_are_found_before_and_after_the_head(int head, int[] expected)
    {
        int[] places = new int[4];
        int count = InflectionKernel.Unlinked([1, 0, 2, 1, 0, 0, 1], head, places);
        places[..count].ShouldBe(expected);
    }
}
