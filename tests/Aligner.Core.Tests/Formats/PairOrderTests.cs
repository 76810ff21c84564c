using System.Globalization;
using System.Text;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Core.Tests.Formats;

public class PairOrderTests
{
    [Fact]
    public void The_parts_of_MGIZA_are_merged_by_the_numbers_of_their_pairs() =>
        ReadParts("giza", Giza(2, 3, 7), Giza(1, 6), "", Giza(4)).Select(alignment => alignment.Tokens?.Source[0])
            .ShouldBe(["s1", "s2", "s3", "s4", null, "s6", "s7"]);

    [Fact]
    public void Parts_one_after_the_other_are_put_in_order_too() =>
        FormatTester.Read("giza", Giza(2, 4) + Giza(1, 3)).Select(alignment => alignment.Tokens!.Source[0])
            .ShouldBe(["s1", "s2", "s3", "s4"]);

    [Fact]
    public void Pairs_in_order_do_not_wait_for_those_that_follow()
    {
        using BlockingText text = new(Giza(1, 2));
        using LineReader reader = new(text, "in");

        AlignmentFormats.Get("giza").Read(reader, new FormatOptions()).Take(2).Count().ShouldBe(2);
    }

    [Fact]
    public void A_pair_that_is_later_than_the_window_is_bad_data()
    {
        int[] pairs = [.. Enumerable.Range(2, PairOrder.Window + 1), 1];

        Should.Throw<DataException>(() => FormatTester.Read("naacl", string.Concat(pairs.Select(Link))))
            .Message.ShouldEndWith("sentence pair 1 comes twice, or too late to be put in order");
        FormatTester.Read("naacl", string.Concat(pairs[1..].Select(Link)))[0].Describe().ShouldBe("0-0");
    }

    [Fact]
    public void The_longest_gap_can_be_chosen()
    {
        FormatTester.Read("naacl", "4 1 1\n", new FormatOptions { LongestGap = 3 }).Count.ShouldBe(4);
        Should.Throw<DataException>(() => FormatTester.Read("naacl", "5 1 1\n", new FormatOptions { LongestGap = 3 }))
            .Message.ShouldBe("in:1: sentence pair 5 after 0: more than 3 pairs are left out");
    }

    private static string Link(int pair) => string.Create(CultureInfo.InvariantCulture, $"{pair} 1 1\n");

    private static string Giza(params int[] pairs) => string.Concat(pairs.Select(pair => string.Create(
        CultureInfo.InvariantCulture,
        $"# Sentence pair ({pair}) source length 1 target length 1 alignment score : 1\n"
        + $"t\nNULL ({{ }}) s{pair} ({{ 1 }})\n")));

    private static List<AnnotatedAlignment> ReadParts(string format, params string[] parts) =>
    [
        .. ((INumberedFormat)AlignmentFormats.Get(format)).Read(
            [.. parts.Select(part => new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(part)), "in"))],
            new FormatOptions()),
    ];

    /// <summary>A stream that fails where a reader goes on after its text.</summary>
    private sealed class BlockingText(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override int Read(byte[] buffer, int offset, int count) => Position < Length
            ? base.Read(buffer, offset, count)
            : throw new InvalidOperationException("read beyond the pairs that were asked for");
    }
}
