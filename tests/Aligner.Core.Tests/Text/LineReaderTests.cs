using System.Text;
using Aligner.Core.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Core.Tests.Text;

public class LineReaderTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("\n", new[] { "" })]
    [InlineData("a\nb\n", new[] { "a", "b" })]
    [InlineData("a\nb", new[] { "a", "b" })]
    [InlineData("a\n\n\nb\n\n", new[] { "a", "", "", "b", "" })]
    [InlineData("a\r\nb\r\r\nc\rd\r", new[] { "a", "b\r", "c\rd" })]
    [InlineData("\uFEFFa\n\uFEFFb", new[] { "a", "\uFEFFb" })]
    [InlineData("\uFEFF", new string[0])]
    [InlineData("\uFEFF\n", new[] { "" })]
    [InlineData("a\0b\u2028c\u0085d\u00A0e\u3000f\vg\fh\n", new[] { "a\0b\u2028c\u0085d\u00A0e\u3000f\vg\fh" })]
    [InlineData("日本\n𝄞\n", new[] { "日本", "𝄞" })]
    public void Lines_end_at_LF_only(string text, string[] lines) =>
        ReadAll(Encoding.UTF8.GetBytes(text), 1).ShouldBe(lines);

    [Fact]
    public void A_line_that_was_looked_at_is_still_the_next()
    {
        using LineReader reader = new(new MemoryStream("\uFEFFfirst\n\nlast"u8.ToArray()), "input");
        reader.PeekLine().ShouldBe("first");
        reader.PeekLine().ShouldBe("first");
        reader.Line.ShouldBe(0);
        reader.ReadLine().ShouldBe("first");
        reader.Line.ShouldBe(1);
        reader.PeekLine().ShouldBe("");
        reader.ReadLine().ShouldBe("");
        reader.ReadLine().ShouldBe("last");
        reader.Line.ShouldBe(3);
        reader.PeekLine().ShouldBeNull();
        reader.ReadLine().ShouldBeNull();
    }

    [Fact]
    public void A_line_that_is_passed_over_may_hold_anything()
    {
        using LineReader reader = new(new MemoryStream([.. "\uFEFFa\n"u8, 0xFF, .. "\r\n\nb\nc"u8]), "input", 1);
        reader.PeekLine().ShouldBe("a");
        reader.SkipLine().ShouldBeTrue();
        Should.Throw<BrokenLineException>(() => reader.PeekLine());
        reader.SkipLine().ShouldBeTrue();
        reader.SkipLine().ShouldBeTrue();
        reader.ReadLine().ShouldBe("b");
        reader.SkipLine().ShouldBeTrue();
        reader.Line.ShouldBe(5);
        reader.SkipLine().ShouldBeFalse();
        reader.Line.ShouldBe(5);
    }

    [Fact]
    public void Any_buffer_size_gives_the_lines_of_a_naive_splitter()
    {
        Gen<byte> bytes = Gen.Frequency(
            (2, Gen.Constant((byte)'\n')), (1, Gen.Constant((byte)'\r')), (6, Gen.Choose(0, 127).Select(b => (byte)b)));
        Gen<(byte[] Bytes, int Size, int Step)> cases =
            from content in bytes.ArrayOf()
            from size in Gen.Choose(1, 40)
            from step in Gen.Choose(1, 9)
            select (content, size, step);
        Prop.ForAll(cases.ToArbitrary(), c => ReadAll(c.Bytes, c.Size, c.Step).SequenceEqual(SplitNaively(c.Bytes)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(1, 3));
    }

    [Fact]
    public void A_line_longer_than_the_buffer_is_whole()
    {
        string line = new('x', 1_000_000);

        ReadAll(Encoding.UTF8.GetBytes($"a\n{line}\nb"), 16).ShouldBe(["a", line, "b"]);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', (byte)'b', 0xE9, (byte)'c', (byte)'\n' }, 2, "0xE9 at offset 1")]
    [InlineData(new byte[] { 0xC3, (byte)'\n', 0xA9 }, 1, "0xC3 at offset 0")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'a', 0xED, 0xA0, 0x80 }, 1, "0xED at offset 4")]
    public void Invalid_UTF8_is_refused_with_its_place(byte[] content, int line, string place)
    {
        DataException exception = Should.Throw<DataException>(() => ReadAll(content, 8));

        exception.Message.ShouldBe($"in.txt:{line}: invalid UTF-8: byte {place} of the line");
    }

    [Fact]
    public void Lines_are_counted_from_one()
    {
        using LineReader reader = new(new MemoryStream("a\n\nb"u8.ToArray()), "in.txt");
        reader.Line.ShouldBe(0);
        List<long> numbers = [];
        while (reader.ReadLine() is not null)
        {
            numbers.Add(reader.Line);
        }

        numbers.ShouldBe([1, 2, 3]);
        reader.ReadLine().ShouldBeNull();
        reader.Line.ShouldBe(3);
    }

    private static List<string> ReadAll(byte[] content, int bufferSize, int step = int.MaxValue)
    {
        using LineReader reader = new(new SlowStream(content, step), "in.txt", bufferSize);
        List<string> lines = [];
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    private static List<string> SplitNaively(byte[] content)
    {
        List<string> lines = [.. Encoding.ASCII.GetString(content).Split('\n')];
        if (lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines.ConvertAll(line => line.EndsWith('\r') ? line[..^1] : line);
    }

    /// <summary>Gives a few bytes at a time, as a pipe does.</summary>
    private sealed class SlowStream(byte[] content, int step) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, step));
    }
}
