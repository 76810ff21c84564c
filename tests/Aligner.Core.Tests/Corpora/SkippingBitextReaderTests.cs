using System.Text;
using Aligner.Core.Corpora;
using Aligner.Core.Text;

namespace Aligner.Core.Tests.Corpora;

public class SkippingBitextReaderTests
{
    private readonly List<string> _skipped = [];

    [Fact]
    public void A_broken_line_is_an_empty_pair_and_the_others_are_read()
    {
        Read(new JointBitextReader(Lines("lost\na ||| b\n\xFF ||| c\nd ||| e ||| f\n\ng ||| h\n")))
            .ShouldBe(["|", "a|b", "|", "|", "|", "g|h"]);
        _skipped.Select(message => message.Split(':')[1]).ShouldBe(["1", "3", "4"]);
    }

    [Fact]
    public void Two_files_stay_in_step()
    {
        Read(new SplitBitextReader(Lines("a\n\xFF\nc\n"), Lines("x\n\xFE\n\xFF\n"))).ShouldBe(["a|x", "|", "|"]);
        _skipped.Count.ShouldBe(2);
    }

    [Fact]
    public void A_row_with_too_few_columns_is_broken()
    {
        Read(new ColumnBitextReader(Lines("1\tx\ta b\tc d\n2\tx\n\n3\ty\t\te\tmore\n"), 3, 4))
            .ShouldBe(["a b|c d", "|", "|", "|e"]);
        _skipped.ShouldHaveSingleItem().ShouldStartWith("name:2: ");
    }

    [Fact]
    public void Files_of_different_length_are_no_broken_line() =>
        Should.Throw<DataException>(() => Read(new SplitBitextReader(Lines("a\n"), Lines("x\ny\n"))))
            .ShouldNotBeOfType<BrokenLineException>();

    private static LineReader Lines(string latin1) =>
        new(new MemoryStream(Encoding.Latin1.GetBytes(latin1)), "name");

    private string[] Read(BitextReader reader)
    {
        using SkippingBitextReader skipping = new(reader, line => _skipped.Add(line.Message));
        List<string> pairs = [];
        while (skipping.Read() is { } pair)
        {
            pairs.Add($"{pair.Source}|{pair.Target}");
        }

        return [.. pairs];
    }
}
