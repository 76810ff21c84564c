using System.Diagnostics;
using Aligner.Applications.Labels;

namespace Aligner.Applications.Tests.Labels;

public class MarkupReaderTests
{
    [Theory]
    [InlineData("a <b>c</b> d", "a c d", "2-3 <b> </b>")]
    [InlineData("{1}a{/1} {2}", "a ", "0-1 {1} {/1}", "2-2 {2} ")]
    [InlineData("<g id=\"1\">a <x id=\"2\"/>b</g>", "a b", "0-3 <g id=\"1\"> </g>", "2-2 <x id=\"2\"/> ")]
    [InlineData("<bpt id=\"1\">&lt;b></bpt>a<ept id=\"1\">x</ept>", "a",
        "0-1 <bpt id=\"1\">&lt;b></bpt> <ept id=\"1\">x</ept>")]
    [InlineData("<ph id=\"1\">{0}</ph>a", "a", "0-0 <ph id=\"1\">{0}</ph> ")]
    [InlineData("<bpt id=\"1\">a<ph>x</ph>", "a", "0-0 <bpt id=\"1\"> ", "1-1 <ph>x</ph> ")]
    [InlineData("<ph/>a<ph>b", "ab", "0-0 <ph/> ", "1-1 <ph> ")]
    [InlineData("<a>x<b>y</a>z</b>", "xyz", "0-2 <a> </a>", "1-1 <b> ", "3-3 </b> ")]
    [InlineData("a</b> 1 < 2", "a 1 < 2", "1-1 </b> ")]
    [InlineData("😀<i>b</i>", "😀b", "1-2 <i> </i>")]
    public void Codes_are_told_from_text(string line, string text, params string[] elements)
    {
        (string read, IReadOnlyList<MarkupElement> codes) = MarkupReader.Parse(line);
        read.ShouldBe(text);
        codes.Select(code => $"{code.Start}-{code.End} {code.Open} {code.Close}").ShouldBe(elements);
    }

    [Fact]
    public void Depth_counts_the_pairs_around_a_code() =>
        MarkupReader.Parse("{3}<b>x<i>y</i></b>{4}").Elements.Select(code => code.Depth).ShouldBe([0, 0, 1, 0]);

    /// <summary>What looks for a partner in all of the line for each code takes a minute or more.</summary>
    [Theory]
    [InlineData("<bpt>", "")]
    [InlineData("<b>", "</i>")]
    [InlineData("{1}", "{/2}")]
    public void Codes_that_are_never_closed_take_linear_time(string open, string close)
    {
        const int Count = 100_000;
        Stopwatch clock = Stopwatch.StartNew();
        MarkupReader.Parse(string.Concat(Enumerable.Repeat(open, Count).Concat(Enumerable.Repeat(close, Count))))
            .Elements.Count.ShouldBeGreaterThanOrEqualTo(Count);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }
}
