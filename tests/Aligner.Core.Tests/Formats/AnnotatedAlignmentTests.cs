using System.Globalization;
using Aligner.Core.Alignments;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Core.Tests.Formats;

public class AnnotatedAlignmentTests
{
    private static readonly AnnotatedAlignment Example = new(
        [new(new Link(2, 0)), new(new Link(0, 1), IsPossible: true, 0.5f), new(new Link(2, 0), IsPossible: true)],
        new(["a", "b", "c"], ["x", "y"]),
        -1.5);

    [Fact]
    public void Sure_and_possible_links_are_told_apart_or_not()
    {
        Example.ToAlignment().ToString().ShouldBe("0-1 2-0");
        Example.ToGold().Sure.ToString().ShouldBe("2-0");
        Example.ToGold().Possible.ToString().ShouldBe("0-1 2-0");
    }

    [Fact]
    public void Swapping_exchanges_links_and_words() =>
        Example.Swap().Describe().ShouldBe("0-2 1p0:0.5 0p2 | x y | a b c | -1.5");

    [Fact]
    public void Each_link_is_kept_once_in_order_sure_and_with_its_largest_probability()
    {
        Example.Ordered().Describe().ShouldBe("0p1:0.5 2-0 | a b c | x y | -1.5");
        AnnotatedAlignment ordered = Example.Ordered();
        ordered.Ordered().ShouldBeSameAs(ordered);
    }

    [Fact]
    public void Alignments_are_annotated_with_what_they_have()
    {
        AnnotatedAlignment.From(Alignment.Of(new Link(1, 0), new Link(0, 2))).Describe().ShouldBe("0-2 1-0");
        AnnotatedAlignment.From(new ScoredAlignment([new(new Link(1, 0), 0.25f)], -2)).Describe()
            .ShouldBe("1-0:0.25 | -2");
    }

    // Och and Ney's English-French test set: 447 pairs, 4,038 sure and 13,400 possible links.
    [Fact]
    public void Published_gold_has_the_published_size()
    {
        using LineReader reader = TextInput.Open(TestData.File("gold/wpt03-en-fr-test/gold.txt"));
        List<GoldAlignment> gold =
            [.. AlignmentFormats.Get("pharaoh").Read(reader, new FormatOptions()).Select(line => line.ToGold())];

        gold.Count.ShouldBe(447);
        gold.Sum(pair => pair.Sure.Count).ShouldBe(4038);
        gold.Sum(pair => pair.Possible.Count - pair.Sure.Count).ShouldBe(13400);
    }

    [Fact]
    public void Every_stored_file_is_written_back_with_the_same_links_in_order()
    {
        string[] files =
        [
            .. Directory.GetFiles(TestData.File("gold"), "gold.txt", SearchOption.AllDirectories),
            .. Directory.GetFiles(TestData.File("peer-outputs"), "*.talp"),
        ];
        files.Length.ShouldBeGreaterThan(40);
        foreach (string file in files)
        {
            string text = File.ReadAllText(file);
            string written = FormatTester.Write("pharaoh", null, FormatTester.Read("pharaoh", text));
            written.ShouldBe(string.Concat(text.TrimEnd('\n').Split('\n').Select(Sort)), file);
        }
    }

    private static string Sort(string line)
    {
        IEnumerable<string> links = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .OrderBy(link => int.Parse(link.Split('-', 'p')[0], CultureInfo.InvariantCulture))
            .ThenBy(link => int.Parse(link.Split('-', 'p')[1], CultureInfo.InvariantCulture));
        return string.Join(' ', links) + "\n";
    }
}
