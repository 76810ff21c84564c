using Aligner.Applications.Views;

namespace Aligner.Applications.Tests.Views;

public class LineRangesTests
{
    [Fact]
    public void Ranges_hold_their_first_and_last_line()
    {
        LineRanges lines = LineRanges.Parse("2-5,9")!;
        Enumerable.Range(1, 10).Where(line => lines.Contains(line)).ShouldBe([2, 3, 4, 5, 9]);
        lines.Last.ShouldBe(9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("5-2")]
    [InlineData("1-2-3")]
    [InlineData("-3")]
    [InlineData("2,")]
    [InlineData("x")]
    [InlineData("99999999999999999999")]
    public void What_is_no_list_of_lines_is_refused(string text) => LineRanges.Parse(text).ShouldBeNull();
}
