using Aligner.Core.Formats;

namespace Aligner.Core.Tests.Formats;

public class AlignmentFormatTests
{
    private const string Header = "# Sentence pair (1) source length 1 target length 1 alignment score : 1\n";

    private const string Giza =
        "# Sentence pair (1) source length 2 target length 3 alignment score : 0.5\n"
        + "x y z\nNULL ({ 2 }) a ({ 1 3 }) b ({ })\n";

    [Theory]
    [InlineData("pharaoh", "0-0 1p2\t3?4:0.25  5-6:1\n\n2-1", "0-0 1p2 3p4:0.25 5-6:1", "", "2-1")]
    [InlineData("pharaoh", "99999-99999 0-2147483647:.0\n", "99999-99999 0-2147483647:0")]
    [InlineData("pharaoh", "0-1:1.0 0-1\n", "0-1:1 0-1")]
    [InlineData("talp", "1-1 2p3 4s5 0-6 7-0\n\n", "0-0 1p2 3-4", "")]
    [InlineData("naacl", "1 1 1\n1 2 3 S\n1 2 4 P 0.5\n0003 1 2 0.75\n3 4 0\n", "0-0 1-2 1p3:0.5", "", "0-1:0.75")]
    [InlineData("naacl", "2 1 1 S\n", "", "0-0")]
    [InlineData("naacl", "3 1 1\n1 1 1\n3 2 2\n1 1 2 P\n", "0-0 0p1", "", "0-0 1-1")]
    [InlineData("naacl", "", new string[0])]
    [InlineData("blinker", "2 1\n1 1\n\n\n3 0\n0 4\n5 5", "1-0 0-0", "", "4-4")]
    [InlineData("blinker", "\n", "")]
    [InlineData("jsonl", "{\"links\":[[0,0],[1,2]]}\n{\"links\":[]}", "0-0 1-2", "")]
    [InlineData(
        "jsonl",
        "{\"other\":1,\"score\":-1.5,\"links\":[[0,0]],\"possible\":[[1,1]],\"probabilities\":[0.5,null],"
        + "\"source\":[\"a\",\"\\u00e9\"],\"target\":[\"x\",\"日\"]}",
        "0-0:0.5 1p1 | a é | x 日 | -1.5")]
    [InlineData("giza", Giza, "0-0 0-2 | a b | x y z | -0.6931")]
    [InlineData(
        "giza",
        "# Sentence pair (2) source length 3 target length 1 alignment score : 0\n"
        + "NULL\nNULL ({ }) ({ ({ }) }) ({ 1 }) NULL ({ })\n",
        "",
        "1-0 | ({ }) NULL | NULL")]
    public void A_file_is_read(string format, string text, params string[] alignments) =>
        FormatTester.Read(format, text).Select(FormatTester.Describe).ShouldBe(alignments);

    [Theory]
    [InlineData("pharaoh", "0-0 1p2:0.25\n\n", "0-0 1p2:0.25", "")]
    [InlineData("talp", "1-1 2p3\n\n", "0-0 1p2", "")]
    [InlineData("naacl", "1 1 1 S\n1 2 3 P 0.25\n3 1 1 S\n4 1 0 S\n", "0-0 1p2:0.25", "", "0-0", "")]
    [InlineData("blinker", "1 1\n2 3\n", "0-0 1p2")]
    [InlineData("blinker", "1 1\n\n\n2 2\n", "0-0", "", "1-1")]
    [InlineData("blinker", "1 1\n\n\n", "0-0", "")]
    [InlineData(
        "jsonl",
        "{\"links\":[[0,0]],\"possible\":[[1,2]],\"probabilities\":[null,0.25]}\n{\"links\":[]}\n",
        "0-0 1p2:0.25",
        "")]
    public void A_file_is_written(string format, string text, params string[] alignments) =>
        FormatTester.Write(format, null, alignments.Select(FromPharaoh)).ShouldBe(text);

    [Fact]
    public void Giza_is_written_with_the_words_and_the_unlinked_ones_at_NULL()
    {
        AnnotatedAlignment alignment = FromPharaoh("0-2 0-0") with
        {
            Tokens = new(["a", "b"], ["x", "y", "z"]),
            LogProbability = Math.Log(0.5),
        };

        FormatTester.Write("giza", null, alignment).ShouldBe(Giza);
    }

    [Fact]
    public void Giza_cannot_be_written_without_words_that_hold_the_links()
    {
        AnnotatedAlignment alignment = FromPharaoh("0-0 2-1");

        Should.Throw<ArgumentException>(() => FormatTester.Write("giza", null, alignment));
        Should.Throw<DataException>(() =>
                FormatTester.Write("giza", null, alignment with { Tokens = new(["a", "b"], ["x", "y"]) }))
            .Message.ShouldBe("link 2-1 in a pair of 2 and 2 words");
    }

    [Fact]
    public void Json_keeps_words_readable()
    {
        AnnotatedAlignment alignment = AnnotatedAlignment.Empty with { Tokens = new(["日", "\"<é>\""], ["'&'"]) };

        FormatTester.Write("jsonl", null, alignment)
            .ShouldBe("{\"links\":[],\"source\":[\"日\",\"\\\"<é>\\\"\"],\"target\":[\"'&'\"]}\n");
    }

    [Fact]
    public void Json_keeps_how_probably_words_have_no_link()
    {
        const string Line = "{\"links\":[[0,1]],\"sourceNulls\":[0.25],\"targetNulls\":[1,0.5],\"score\":-1}\n";
        AnnotatedAlignment alignment = FormatTester.Read("jsonl", Line).ShouldHaveSingleItem();

        alignment.Nulls!.Source.ShouldBe([0.25f]);
        alignment.Nulls.Target.ShouldBe([1, 0.5f]);
        FormatTester.Write("jsonl", null, alignment).ShouldBe(Line);
        alignment.WithTokens(new(["a"], ["b", "c"])).Nulls.ShouldBe(alignment.Nulls);
        Should.Throw<DataException>(() => alignment.WithTokens(new(["a"], ["b"])));
        FormatTester.Write("jsonl", new FormatOptions { Swap = true }, alignment)
            .ShouldContain("\"sourceNulls\":[1,0.5],\"targetNulls\":[0.25]");
    }

    [Theory]
    [InlineData("pharaoh", "1-1 2p3\n", 1, false, "0-0 1p2")]
    [InlineData("pharaoh", "1-2 2p3\n", 0, true, "2-1 3p2")]
    [InlineData("talp", "0-0 1-2\n", 0, false, "0-0 1-2")]
    [InlineData("naacl", "1 0 2 S\n", 0, true, "2-0")]
    [InlineData("blinker", "0 2\n", 0, true, "2-0")]
    [InlineData("jsonl", "{\"links\":[[1,3]],\"source\":[\"a\"],\"target\":[\"b\"]}\n", 1, true, "2-0 | b | a")]
    public void Index_base_and_direction_can_differ(
        string format, string text, int indexBase, bool swap, string expected)
    {
        FormatOptions options = new() { IndexBase = indexBase, Swap = swap };

        AnnotatedAlignment alignment = FormatTester.Read(format, text, options).ShouldHaveSingleItem();

        alignment.Describe().ShouldBe(expected);
        FormatTester.Write(format, options, alignment).ShouldBe(text);
    }

    [Theory]
    [InlineData("talp")]
    [InlineData("naacl")]
    [InlineData("blinker")]
    public void An_index_that_cannot_be_written_is_refused(string format) =>
        Should.Throw<DataException>(() => FormatTester.Write(format, null, FromPharaoh("0-2147483647")))
            .Message.ShouldContain("index 2147483647 is too large where words are counted from 1");

    [Fact]
    public void Links_are_written_once_and_in_order() =>
        FormatTester.Write("pharaoh", null, FromPharaoh("1-1 0-2:0.5 1p0 0-2:0.25 1p1 0p0"))
            .ShouldBe("0p0 0-2:0.5 1p0 1-1\n");

    [Theory]
    [InlineData("bal")]
    [InlineData("marian-soft")]
    public void A_format_that_is_only_read_is_not_written(string format)
    {
        AlignmentFormats.Writable.ShouldNotContain(AlignmentFormats.Get(format));
        Should.Throw<NotSupportedException>(() => FormatTester.Write(format, null, FromPharaoh("0-0")));
    }

    [Fact]
    public void The_index_base_is_0_or_1() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new FormatOptions { IndexBase = 2 });

    [Fact]
    public void An_unknown_format_lists_the_known_ones() =>
        Should.Throw<ArgumentException>(() => AlignmentFormats.Get("moses"))
            .Message.ShouldStartWith("no alignment format \"moses\": pharaoh, giza, naacl, talp, blinker, jsonl");

    [Theory]
    [InlineData("pharaoh", "0-0\n0-0 x\n", 2, "\"x\" is not a link such as 0-0")]
    [InlineData("pharaoh", "0-0 1-\n", 1, "\"\" in \"1-\" is not a number")]
    [InlineData("pharaoh", "-1-0\n", 1, "\"\" in \"-1-0\" is not a number")]
    [InlineData("pharaoh", "0-1-2\n", 1, "\"1-2\" in \"0-1-2\" is not a number")]
    [InlineData("pharaoh", "0-2147483648\n", 1, "\"2147483648\" in \"0-2147483648\" is not a number")]
    [InlineData("pharaoh", "0-\u0661\n", 1, "\"\u0661\" in \"0-\u0661\" is not a number")]
    [InlineData("pharaoh", "0-0:0,5\n", 1, "\"0,5\" is not a probability from 0 to 1")]
    [InlineData("pharaoh", "0-0:NaN\n", 1, "\"NaN\" is not a probability from 0 to 1")]
    [InlineData("pharaoh", "0-0:1.5\n", 1, "\"1.5\" is not a probability from 0 to 1")]
    [InlineData("talp", "1-1:0.5\n", 1, "\"1:0.5\" in \"1-1:0.5\" is not a number")]
    [InlineData("talp", "1-1\n0-0\n", 2, "\"0-0\" has an index below that of the first word, 1")]
    [InlineData("naacl", "1 1\n", 1, "not \"sentence source target [S|P] [probability]\": \"1 1\"")]
    [InlineData("naacl", "1 1 1 S 1 1\n", 1, "not \"sentence source target [S|P] [probability]\": \"1 1 1 S 1 1\"")]
    [InlineData("naacl", "1 1 1 Q\n", 1, "\"Q\" is not a probability from 0 to 1")]
    [InlineData("naacl", "1 1 1 1 S\n", 1, "\"S\" after the probability")]
    [InlineData("naacl", "0 1 1\n", 1, "\"0 1 1\": sentence pairs are counted from 1")]
    [InlineData(
        "naacl",
        "2147483647 1 1\n",
        1,
        "sentence pair 2147483647 after 0: more than 1000000 pairs are left out")]
    [InlineData("blinker", "1 1\n1 2 3\n", 2, "not \"source target\": \"1 2 3\"")]
    [InlineData("giza", "x\n", 1, "not \"# Sentence pair (1) source length …\": \"x\"")]
    [InlineData("giza", Giza + Giza, 4, "sentence pair 1 comes twice, or too late to be put in order")]
    [InlineData("jsonl", "{\"links\":[[0,0,0]]}\n", 1, "[0,0,0] is not a link such as [0,0]")]
    [InlineData("jsonl", "{\"links\":[null]}\n", 1, "null is not a link such as [0,0]")]
    [InlineData("jsonl", "{\"links\":[[-1,0]]}\n", 1, "\"[-1,0]\" has an index below that of the first word, 0")]
    [InlineData("jsonl", "{\"links\":[[0,0]],\"probabilities\":[]}\n", 1, "0 probabilities for 1 links")]
    [InlineData(
        "jsonl",
        "{\"links\":[[-2147483648,0]]}\n",
        1,
        "\"[-2147483648,0]\" has an index below that of the first word, 0")]
    [InlineData("jsonl", "{\"links\":[],\"score\":1e999}\n", 1, "the score is not a finite number")]
    [InlineData("jsonl", "{\"links\":[[0,0]],\"probabilities\":[2]}\n", 1, "2 is not a probability from 0 to 1")]
    [InlineData("jsonl", "{\"links\":[],\"sourceNulls\":[0.5],\"targetNulls\":[-1]}\n", 1,
        "-1 is not a probability from 0 to 1")]
    [InlineData("jsonl", "{\"links\":[],\"sourceNulls\":[0.5]}\n", 1,
        "sourceNulls and targetNulls have one probability for each word")]
    [InlineData(
        "jsonl",
        "{\"links\":[],\"source\":[],\"target\":[],\"sourceNulls\":[0.5],\"targetNulls\":[]}\n",
        1,
        "sourceNulls and targetNulls have one probability for each word")]
    public void Bad_data_is_named_with_its_place(string format, string text, int line, string message) =>
        Should.Throw<DataException>(() => FormatTester.Read(format, text)).Message.ShouldBe($"in:{line}: {message}");

    [Theory]
    [InlineData("giza", Header, "in:1: the file ends within a sentence pair")]
    [InlineData("giza", Header + "x\n", "in:2: the file ends within a sentence pair")]
    [InlineData("giza", Header + "x\nNULL ({ }) a ({ 2 })\n", "in:3: position 2 in a target of 1 words")]
    [InlineData("giza", Header + "x\nNULL ({ }) a ({ 0 })\n", "index below that of the first word, 1")]
    [InlineData("giza", Header + "x\nNULL 1\n", "in:3: no \"({\" after word 1 in \"NULL 1\"")]
    [InlineData("giza", Header + "x\nNULL ({ 1\n", "in:3: no \"})\" after word 1 in \"NULL ({ 1\"")]
    [InlineData("jsonl", "\n", "in:1: \"\": ")]
    [InlineData("jsonl", "null\n", "in:1: \"null\": ")]
    [InlineData("jsonl", "{\"link\":[]}\n", "in:1: ")]
    [InlineData("jsonl", "{\"links\":[[0,0.5]]}\n", "in:1: ")]
    [InlineData("jsonl", "{\"links\":[],\"source\":[\"a\"]}\n", "source and target")]
    [InlineData("jsonl", "{\"links\":[],\"source\":[\"a\"],\"target\":[null]}\n", "source and target")]
    public void Broken_structure_is_bad_data(string format, string text, string message) =>
        Should.Throw<DataException>(() => FormatTester.Read(format, text)).Message.ShouldContain(message);

    private static AnnotatedAlignment FromPharaoh(string line) => FormatTester.Read("pharaoh", line + "\n")[0];
}
