using Aligner.Core.Formats;

namespace Aligner.Core.Tests.Formats;

/// <summary>Files as other tools write them; what they mean is worked out by hand.</summary>
public class PeerFormatTests
{
    [Theory]
    [InlineData("the house ||| la casa ||| 0-0 1-1 ||| -3.5", "0-0 1-1 | the house | la casa | -3.5")] // fast_align -s
    [InlineData("the ||| la ||| ||| -3", " | the | la | -3")]
    [InlineData("5\t0-0 1-1", "0-0 1-1")] // SimAlign
    [InlineData("5\t", "")]
    [InlineData("Hallo Welt ||| 0-0 1-1 2-2", "0-0 1-1")] // Marian: place 2 of the target is its end
    [InlineData("5 ||| 0-0 1-1", "0-0")]
    [InlineData("a b\tc d\t0-1", "0-1 | a b | c d")] // OpusTrainer
    [InlineData("5\tfünf\t0-0", "0-0 | 5 | fünf")]
    [InlineData("7\ta b\tc d\t0-1", "0-1 | a b | c d")]
    [InlineData("a\tb ||| c ||| 0-0 1-0", "0-0 1-0 | a b | c")]
    [InlineData("a ||| b ||| 0-0\t-1.5", "0-0 | a | b | -1.5")]
    [InlineData("0-0:0.25:0.9 NULL-2 2-NULL 1-1:0.5", "0-0:0.25 1-1:0.5")] // SIL.Machine
    [InlineData("0-0\t1-1\t2p2:0.5", "0-0 1-1 2p2:0.5")]
    [InlineData("0-0 1-1\t-2.5", "0-0 1-1 | -2.5")]
    [InlineData("\t-99", " | -99")]
    [InlineData("0-0\t", "0-0")]
    public void Pharaoh_links_may_be_one_of_several_columns(string line, string expected) =>
        FormatTester.Read("pharaoh", line + "\n").ShouldHaveSingleItem().Describe().ShouldBe(expected);

    [Theory]
    [InlineData("a ||| b ||| c ||| d ||| 0-0", "too many columns")]
    [InlineData("0 ||| text ||| 0-0 ||| F0= -1.5 ||| -1.5", "\"F0=\" is not a link")]
    [InlineData("a b ||| c d", "\"c\" is not a link")]
    [InlineData("5", "\"5\" is not a link")]
    [InlineData("0-0\t0-0 x", "\"x\" is not a link")]
    [InlineData("0-0:0.5:2", "not a probability")]
    public void A_line_without_links_at_their_place_is_bad_data(string line, string message)
    {
        string text = Should.Throw<DataException>(() => FormatTester.Read("pharaoh", line + "\n")).Message;

        text.ShouldStartWith("in:1: ");
        text.ShouldContain(message);
    }

    [Theory]
    [InlineData("pharaoh", "a ||| b ||| 0-0", true)]
    [InlineData("pharaoh", "a\tb\t0-0", true)]
    [InlineData("pharaoh", "a ||| b", false)]
    [InlineData("pharaoh", "0-0 1-1", false)]
    [InlineData("giza", "# Sentence pair (1) source length 1 target length 1 alignment score : 1", true)]
    [InlineData("giza", "a ||| b", false)]
    [InlineData("jsonl", "{\"links\":[],\"source\":[],\"target\":[]}", true)]
    [InlineData("jsonl", "{\"links\":[]}", false)]
    [InlineData("opustrainer", "a\tb\t", true)]
    [InlineData("naacl", "1 1 1", false)]
    public void The_first_line_tells_whether_a_file_holds_words(string format, string line, bool expected) =>
        AlignmentFormats.Get(format).HoldsTokens(line).ShouldBe(expected);

    [Fact]
    public void Fairseq_numbers_its_lines_from_0_in_any_order()
    {
        const string Text = "INFO | loaded\nS-2\ta b\nT-2\tx\nH-2\t-0.5\ty\nA-2\t0-0 1-0\nS-0\tc\nA-0\t0-0\nA-1\t\n"
            + "Generate test with beam=5\n";

        FormatTester.Read("fairseq", Text).Select(FormatTester.Describe).ShouldBe(["0-0", "", "0-0 1-0"]);
    }

    [Theory]
    [InlineData("S-0\ta\n", "in: no line begins with A-")]
    [InlineData("A-0\t0-0\nA-0\t1-1\n", "in:2: sentence pair 1 comes twice")]
    [InlineData("A-x\t0-0\n", "in:1: \"x\"")]
    public void A_broken_fairseq_file_is_bad_data(string text, string message) =>
        Should.Throw<DataException>(() => FormatTester.Read("fairseq", text)).Message.ShouldStartWith(message);

    // The third row and column are the end of the sentence; the second target word is best explained by that of the
    // source and has no link. Of equal probabilities the first counts.
    [Theory]
    [InlineData("x y ||| 0.7,0.2,0.1 0.1,0.4,0.5 0,0.1,0.9", "0-0:0.7")]
    [InlineData("x y ||| 0.25,0.25,0.5 0.4,0.4,0.2 0,0.1,0.9", "0-1:0.4")]
    [InlineData("1,0", "")]
    [InlineData("0.9,0.1 0,1", "0-0:0.9")]
    [InlineData("", "")]
    public void Marians_soft_links_become_the_most_probable_ones(string line, string expected) =>
        FormatTester.Read("marian-soft", line + "\n").ShouldHaveSingleItem().Describe().ShouldBe(expected);

    [Theory]
    [InlineData("x ||| 0.5,0.5 0.5", "different length")]
    [InlineData("x ||| 0.5,1.5 0,1", "\"1.5\" is not a probability")]
    public void A_broken_soft_matrix_is_bad_data(string line, string message) =>
        Should.Throw<DataException>(() => FormatTester.Read("marian-soft", line)).Message.ShouldContain(message);

    [Theory]
    [InlineData("1-2(SEM) 3,4-5,6[DET](FUN) 7-(NTR) -8(NTR)", "0-1 2-4 2-5 3-4 3-5")]
    [InlineData("2[OMN],2-1(GIS)", "1-0")]
    [InlineData("rejected", "")]
    [InlineData("", "")]
    public void Gale_links_words_with_words(string line, string expected) =>
        FormatTester.Read("gale", line + "\n").ShouldHaveSingleItem().Describe().ShouldBe(expected);

    [Theory]
    [InlineData("1(SEM)", "is not a link")]
    [InlineData("-(NTR)", "is not a link")]
    [InlineData("0-1(SEM)", "below that of the first word")]
    [InlineData("1-x(SEM)", "\"x\"")]
    public void A_broken_Gale_line_is_bad_data(string line, string message) =>
        Should.Throw<DataException>(() => FormatTester.Read("gale", line)).Message.ShouldContain(message);

    [Fact]
    public void Links_of_very_many_words_are_refused()
    {
        string side = string.Join(',', Enumerable.Range(1, 300));

        Should.Throw<DataException>(() => FormatTester.Read("gale", $"{side}-{side}(SEM)")).Message
            .ShouldContain("a link of 300 with 300 words");
    }

    // Moses' symal reads the target sentence first. Both directions have 0-0 and 1-1; only the target words know 3-3,
    // only the source words 2-1.
    private const string Bal = "1\n4 die Maus piept # # 1 2 0 4\n5 the mouse it squeaks . # 1 2 2 0 0\n";

    [Fact]
    public void A_bal_file_holds_both_directions()
    {
        FormatTester.Read("bal", Bal).ShouldHaveSingleItem().Describe()
            .ShouldBe("0-0 1-1 2p1 3p3 | the mouse it squeaks . | die Maus piept #");
        FormatTester.ReadDirections(Bal).ShouldHaveSingleItem().ShouldBe((
            "0-0 1-1 3-3 | the mouse it squeaks . | die Maus piept #",
            "0-0 1-1 2-1 | the mouse it squeaks . | die Maus piept #"));
    }

    [Fact]
    public void The_directions_of_a_bal_file_change_places_when_seen_from_the_target() =>
        FormatTester.ReadDirections(Bal, new FormatOptions { Swap = true }).ShouldHaveSingleItem().ShouldBe((
            "0-0 1-1 1-2 | die Maus piept # | the mouse it squeaks .",
            "0-0 1-1 3-3 | die Maus piept # | the mouse it squeaks ."));

    [Theory]
    [InlineData("1\n2 a b # 1\n1 x # 1\n", "in:2: not")]
    [InlineData("1\n2 a b # 1 2\n1 x # 1\n", "in:3: place 2 in a sentence of 1 words")]
    [InlineData("1\n1 a # 1\n", "in:2: the file ends")]
    [InlineData("x\n", "in:1: \"x\"")]
    [InlineData("1\n\n1 x # 1\n", "in:2: not")]
    public void A_broken_bal_file_is_bad_data(string text, string message) =>
        Should.Throw<DataException>(() => FormatTester.Read("bal", text)).Message.ShouldStartWith(message);

    [Fact]
    public void Compact_Giza_lists_the_places() =>
        FormatTester.Read("giza-compact", "0 0 2 1 \n\n").Select(FormatTester.Describe).ShouldBe(["0-0 2-1", ""]);

    [Fact]
    public void An_odd_number_of_places_is_bad_data() =>
        Should.Throw<DataException>(() => FormatTester.Read("giza-compact", "0 0 1\n")).Message.ShouldContain("odd");

    [Fact]
    public void Opus_trainer_lines_have_three_columns()
    {
        AnnotatedAlignment alignment =
            FormatTester.Read("opustrainer", "2-1 a\t2-1 b\t0-0 1-1\n").ShouldHaveSingleItem();

        alignment.Describe().ShouldBe("0-0 1-1 | 2-1 a | 2-1 b");
        Should.Throw<DataException>(() => FormatTester.Read("opustrainer", "a\t0-0\n")).Message
            .ShouldStartWith("in:1: not source");
    }

    [Fact]
    public void A_file_of_words_is_written_as_awesome_align_does() =>
        FormatTester.Write("words", null, FormatTester.Read("pharaoh", "the house ||| la casa ||| 0-0 1-1"))
            .ShouldBe("the<sep>la house<sep>casa\n");

    // "the" is word 0 and 3 of 5, "la" 0 and 2 of 4: in the order of their distance from the diagonal 0-0, 3-2, 0-2.
    [Theory]
    [InlineData("cat<sep>gata", "1-1")]
    [InlineData("the<sep>la", "0-0")]
    [InlineData("the<sep>la the<sep>la", "0-0 3-2")]
    [InlineData("the<sep>la the<sep>la the<sep>la the<sep>la", "0-0 0-2 3-0 3-2")]
    public void Links_by_words_that_repeat_are_those_nearest_to_the_diagonal(string line, string expected) =>
        FormatTester.Read("words", line).ShouldHaveSingleItem()
            .WithTokens(new(["the", "cat", "sees", "the", "."], ["la", "gata", "la", "."])).ToAlignment().ToString()
            .ShouldBe(expected);

    [Fact]
    public void A_link_by_a_word_that_the_sentence_does_not_have_is_bad_data()
    {
        AnnotatedAlignment links = FormatTester.Read("words", "the<sep>la").ShouldHaveSingleItem();

        Should.Throw<DataException>(() => links.WithTokens(new(["the"], ["el"]))).Message
            .ShouldBe("the linked word \"la\" is not in the target sentence");
        Should.Throw<DataException>(() => FormatTester.Read("words", "the-la")).Message.ShouldStartWith("in:1: ");
        Should.Throw<DataException>(() => FormatTester.Read("words", "<sep>la")).Message.ShouldStartWith("in:1: ");
    }
}
