using System.Text;
using Aligner.Core.Corpora;
using Aligner.Core.Text;

namespace Aligner.Core.Tests.Corpora;

public sealed class BitextReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("a b ||| c d", "a b", "c d")]
    [InlineData("a |||", "a", "")]
    [InlineData("a ||| ", "a", "")]
    [InlineData("||| b", "", "b")]
    [InlineData(" ||| b", "", "b")]
    [InlineData("|||", "", "")]
    [InlineData("  a  |||  b ", "  a ", " b ")]
    [InlineData("a\tb ||| c", "a\tb", "c")]
    [InlineData("a|||b ||| c |||d ||||", "a|||b", "c |||d ||||")]
    [InlineData("a\u00A0b ||| c\u3000\rd", "a\u00A0b", "c\u3000\rd")]
    [InlineData("a\tb", "a", "b")]
    [InlineData("a\t", "a", "")]
    [InlineData("\tb", "", "b")]
    [InlineData("a|||b\t|||", "a|||b", "|||")]
    public void A_line_is_parted_at_its_separator(string line, string source, string target)
    {
        SentencePair pair = ReadJoint(line + "\n").ShouldHaveSingleItem();

        (pair.Source, pair.Target).ShouldBe((source, target));
    }

    [Fact]
    public void Every_line_is_a_pair()
    {
        ReadJoint("\n\na ||| b\n\n \t\nc ||| d").Select(pair => (pair.Line, pair.Source, pair.Target)).ShouldBe([
            (1, "", ""), (2, "", ""), (3, "a", "b"), (4, "", ""), (5, "", ""), (6, "c", "d")]);
    }

    [Fact]
    public void The_first_line_with_text_decides_the_separator()
    {
        ReadJoint("\na\tb\nc ||| d\te\n")[2].ShouldBe(
            new SentencePair(3, "c ||| d", "e") { Text = "c ||| d\te" });
        ReadJoint("\na ||| b\nc\td ||| e\n")[2].ShouldBe(
            new SentencePair(3, "c\td", "e") { Text = "c\td ||| e" });
    }

    [Theory]
    [InlineData("a b\n", "in:1: no TAB (or \" ||| \") between source and target: \"a b\"")]
    [InlineData("a ||| b\nc\td\n", "in:2: no \" ||| \" between source and target: \"c\td\"")]
    [InlineData("a ||| b ||| c\n", "in:1: more than one \" ||| \" between source and target: \"a ||| b ||| c\"")]
    [InlineData("a ||| ||| c\n", "in:1: more than one \" ||| \" between source and target: \"a ||| ||| c\"")]
    [InlineData("a\tb\n\nc\td\te\n", "in:3: more than one TAB (or \" ||| \") between source and target: \"c\td\te\"")]
    public void A_line_without_exactly_one_separator_is_bad_data(string text, string message) =>
        Should.Throw<DataException>(() => ReadJoint(text)).Message.ShouldBe(message);

    [Fact]
    public void A_long_line_is_shortened_in_the_message()
    {
        string line = new string('x', 59) + "𝄞" + new string('y', 100);

        Should.Throw<DataException>(() => ReadJoint(line)).Message.ShouldEndWith($"\"{new string('x', 59)}…\"");
    }

    [Fact]
    public void Two_files_are_read_in_step()
    {
        using BitextReader reader = BitextReader.Open(
            _folder.Write("s", "a ||| b\n\nc\td"), _folder.Write("t", "x\ny\n\n"));

        ReadAll(reader).ShouldBe([new(1, "a ||| b", "x"), new(2, "", "y"), new(3, "c\td", "")]);
    }

    [Fact]
    public void Numbers_of_sentences_before_a_tab_are_no_words()
    {
        using BitextReader reader = BitextReader.Open(
            _folder.Write("s", "7\tone house\n8\t\n"), _folder.Write("t", "7\tein Haus\n8\tx\n"));

        ReadAll(reader).ShouldBe([new(1, "one house", "ein Haus"), new(2, "", "x")]);
    }

    [Fact]
    public void A_heading_with_a_number_is_words()
    {
        using BitextReader reader = BitextReader.Open(
            _folder.Write("s", "1\tIntroduction\na house\n"), _folder.Write("t", "1\tEinleitung\nein Haus\n"));

        ReadAll(reader)[0].ShouldBe(new SentencePair(1, "1\tIntroduction", "1\tEinleitung"));
    }

    [Fact]
    public void A_sentence_without_its_number_is_a_broken_line()
    {
        using BitextReader reader = BitextReader.Open(
            _folder.Write("s", "7\ta\n8\tb\n9\tc\n"), _folder.Write("t", "7\tx\n8\ty\n10\tz\n"));
        reader.Read();
        reader.Read();

        Should.Throw<BrokenLineException>(() => reader.Read()).Message.ShouldContain(":3:");
    }

    [Fact]
    public void A_broken_second_line_keeps_the_files_in_step()
    {
        string source = _folder.Write("s", "1\ta\n");
        File.AppendAllBytes(source, [0xFF, (byte)'\n']);
        File.AppendAllText(source, "3\tc\n");
        using BitextReader reader = BitextReader.Open(source, _folder.Write("t", "1\tx\n2\ty\n3\tz\n"));

        reader.Read().ShouldBe(new SentencePair(1, "a", "x"));
        Should.Throw<BrokenLineException>(() => reader.Read()).Message.ShouldContain(":2:");
        reader.Read().ShouldBe(new SentencePair(3, "c", "z"));
    }

    [Theory]
    [InlineData("a\nb\nc\n", "x\n", 3, 1)]
    [InlineData("a\n", "x\ny\nz", 1, 3)]
    [InlineData("", "x\n", 0, 1)]
    public void Two_files_of_different_length_are_bad_data(
        string source, string target, int sourceLines, int targetLines)
    {
        string sourcePath = _folder.Write("s", source);
        string targetPath = _folder.Write("t", target);
        using BitextReader reader = BitextReader.Open(sourcePath, targetPath);

        Should.Throw<DataException>(() => ReadAll(reader)).Message.ShouldBe(
            $"{sourcePath} has {sourceLines} lines and {targetPath} has {targetLines}: they must correspond");
    }

    [Fact]
    public void Only_one_side_can_be_standard_input() =>
        Should.Throw<ArgumentException>(() => BitextReader.Open("-", "-"));

    [Fact]
    public void A_real_gzip_bitext_is_read_to_its_end()
    {
        using BitextReader reader = BitextReader.Open(TestData.File("bitext/hansards-100k.en-fr.gz"));
        SentencePair first = reader.Read()!;

        (first.Source, first.Target).ShouldBe(("edited hansard * number 1", "hansard revise * numero 1"));
        ReadAll(reader).Count.ShouldBe(100_446);
    }

    [Fact]
    public void Pairs_in_memory_are_read_once_in_their_order()
    {
        SentencePair[] pairs = [new(1, "a", "b"), new(2, "", "c")];
        using ListBitextReader reader = new("two", pairs);
        reader.Name.ShouldBe("two");
        new[] { reader.Read(), reader.Read(), reader.Read() }.ShouldBe([pairs[0], pairs[1], null]);
    }

    public void Dispose() => _folder.Dispose();

    private static List<SentencePair> ReadJoint(string text)
    {
        using JointBitextReader reader = new(new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), "in"));
        return ReadAll(reader);
    }

    private static List<SentencePair> ReadAll(BitextReader reader)
    {
        List<SentencePair> pairs = [];
        while (reader.Read() is { } pair)
        {
            pairs.Add(pair);
        }

        return pairs;
    }
}
