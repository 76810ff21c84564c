using System.Text;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Core.Tests.Formats;

public class NullWordWriterTests
{
    private static readonly AnnotatedAlignment Pair = AnnotatedAlignment.From(Alignment.Of(new Link(1, 0))) with
    {
        Nulls = new NullProbabilities([0.75f, 0.1f, 0.5f, 1], [0, 0.25f]),
    };

    [Theory]
    [InlineData(null, null, false, "0-NULL:0.75 2-NULL:0.5 3-NULL:1 NULL-1:0.25\n")]
    [InlineData(1, null, true, "2-NULL:0.25 NULL-1:0.75 NULL-3:0.5 NULL-4:1\n")]
    [InlineData(null, 1, false, "0..0-NULL:0.75 2..3-NULL:0.75 NULL-1..1:0.25\n")]
    [InlineData(1, 2, false, "3..4-NULL:0.75\n")]
    [InlineData(null, 3, false, "\n")]
    public void Words_without_a_link_are_links_with_NULL(int? indexBase, int? shortest, bool swap, string expected) =>
        Write(new FormatOptions { IndexBase = indexBase, Swap = swap }, shortest, Pair).ShouldBe(expected);

    [Fact]
    public void Spans_of_characters_stand_in_place_of_words() =>
        Write(new FormatOptions(), 2, Pair with
        {
            Characters = new PairCharacters([new(0, 2), new(3, 4), new(5, 7), new(7, 8)], [new(0, 1), new(2, 3)]),
        }).ShouldBe("5:8-NULL:0.75\n");

    [Fact]
    public void A_pair_of_which_nothing_is_known_has_an_empty_line() =>
        Write(new FormatOptions(), null, AnnotatedAlignment.Empty, Pair).Split('\n')[0].ShouldBeEmpty();

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public void Readers_of_links_find_none(int? shortest)
    {
        string text = Write(new FormatOptions(), shortest, Pair, AnnotatedAlignment.Empty);
        FormatTester.Read("pharaoh", text).Select(pair => pair.Describe()).ShouldBe(["", ""]);
    }

    private static string Write(FormatOptions options, int? shortest, params AnnotatedAlignment[] pairs)
    {
        using MemoryStream stream = new();
        using TextOutput output = new(stream, "out");
        NullWordWriter writer = new(output, options, shortest);
        foreach (AnnotatedAlignment pair in pairs)
        {
            writer.Write(pair);
        }

        writer.Complete();
        output.Commit();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
