using System.Globalization;
using System.Text;
using Aligner.Core.Files;
using Aligner.Core.Text;

namespace Aligner.Core.Tests.Text;

public sealed class TextOutputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_file_appears_with_the_commit_and_nothing_else_stays()
    {
        using (TextOutput output = TextOutput.Create(_folder.Path("out.txt"), overwrite: false))
        {
            output.WriteLine("é 日 𝄞");
            output.Flush();
            File.Exists(_folder.Path("out.txt")).ShouldBeFalse();
            output.Commit();
        }

        File.ReadAllBytes(_folder.Path("out.txt")).ShouldBe("é 日 𝄞\n"u8.ToArray());
        _folder.FileNames.ShouldBe(["out.txt"]);
    }

    [Theory]
    [InlineData("out.txt")]
    [InlineData("out.gz")]
    public void Without_a_commit_nothing_stays(string name)
    {
        using (TextOutput output = TextOutput.Create(_folder.Path(name), overwrite: false))
        {
            output.WriteLine("half");
        }

        _folder.FileNames.ShouldBeEmpty();
    }

    [Fact]
    public void An_existing_file_needs_overwrite_and_stays_until_the_commit()
    {
        string path = _folder.Write("out.txt", "old");
        Should.Throw<OutputExistsException>(() => TextOutput.Create(path, overwrite: false))
            .Message.ShouldBe($"{path} exists; --overwrite replaces it");

        using (TextOutput output = TextOutput.Create(path, overwrite: true))
        {
            output.Write("new");
            output.Flush();
            File.ReadAllText(path).ShouldBe("old");
            output.Commit();
        }

        File.ReadAllText(path).ShouldBe("new");
        _folder.FileNames.ShouldBe(["out.txt"]);
    }

    [Fact]
    public void A_file_that_appears_meanwhile_is_not_replaced()
    {
        string path = _folder.Path("out.txt");
        using (TextOutput output = TextOutput.Create(path, overwrite: false))
        {
            output.Write("ours");
            _folder.Write("out.txt", "theirs");
            Should.Throw<OutputExistsException>(output.Commit);
        }

        File.ReadAllText(path).ShouldBe("theirs");
        _folder.FileNames.ShouldBe(["out.txt"]);
    }

    [Fact]
    public void A_symbolic_link_stays_one()
    {
        _folder.Write("real.txt", "old");
        File.CreateSymbolicLink(_folder.Path("link.txt"), _folder.Path("real.txt"));
        using (TextOutput output = TextOutput.Create(_folder.Path("link.txt"), overwrite: true))
        {
            output.Write("new");
            output.Commit();
        }

        File.ReadAllText(_folder.Path("real.txt")).ShouldBe("new");
        new FileInfo(_folder.Path("link.txt")).LinkTarget.ShouldNotBeNull();
    }

    [Fact]
    public void A_file_that_is_replaced_keeps_its_permissions()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite;
        string path = _folder.Write("out.txt", "old");
        File.SetUnixFileMode(path, Mode);
        using (TextOutput output = TextOutput.Create(path, overwrite: true))
        {
            output.Commit();
        }

        File.GetUnixFileMode(path).ShouldBe(Mode);
    }

    [Fact]
    public void Places_that_cannot_be_written_are_known_at_once()
    {
        string inMissing = _folder.Path("missing/out.txt");
        string folder = Path.GetDirectoryName(_folder.Path("x"))!;
        string tooLong = _folder.Path(new string('x', 300));

        Should.Throw<IOException>(() => TextOutput.Create(inMissing, overwrite: false))
            .Message.ShouldBe($"cannot write {inMissing}: no such folder");
        Should.Throw<IOException>(() => TextOutput.Create(folder, overwrite: true))
            .Message.ShouldBe($"cannot write {folder}: it is a folder");
        Should.Throw<IOException>(() => TextOutput.Create(tooLong, overwrite: false))
            .Message.ShouldBe($"cannot write {tooLong}: the name is too long");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1_000_000)]
    public void A_full_disk_is_reported(int length)
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        using TextOutput output = TextOutput.Create("/dev/full", overwrite: false);
        IOException exception = Should.Throw<IOException>(() =>
        {
            output.Write(new string('x', length));
            output.Commit();
        });

        exception.Message.ShouldStartWith("cannot write /dev/full: ");
        exception.ShouldNotBeOfType<ClosedPipeException>();
    }

    [Fact]
    public void A_closed_pipe_is_told_from_other_failures()
    {
        using TextOutput closed = new(new FailingStream(32), "<stdout>");
        using TextOutput full = new(new FailingStream(28), "<stdout>");

        closed.Write("x");
        Should.Throw<ClosedPipeException>(closed.Flush);
        full.Write("x");
        Should.Throw<IOException>(full.Flush).ShouldNotBeOfType<ClosedPipeException>();
    }

    [Fact]
    public void Numbers_ignore_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Written(output =>
            {
                output.Write(0.25, "0.######");
                output.Write(' ');
                output.Write(-1234567);
                output.Write(' ');
                output.Write(1e-5);
            }).ShouldBe("0.25 -1234567 1E-05");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Text_larger_than_the_buffer_is_written_whole()
    {
        string text = string.Concat(Enumerable.Range(0, 40_000).Select(i => i % 3 == 0 ? "𝄞" : i % 3 == 1 ? "é" : "x"));

        Written(output =>
        {
            for (int i = 0; i < 3; i++)
            {
                output.Write(text);
                output.WriteUtf8(Encoding.UTF8.GetBytes(text));
                output.Write(12345);
            }
        }).ShouldBe(string.Concat(Enumerable.Repeat(text + text + "12345", 3)));
    }

    [Fact]
    public void A_gz_name_compresses_and_reads_back()
    {
        string line = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i} "));
        using (TextOutput output = TextOutput.Create(_folder.Path("out.gz"), overwrite: false))
        {
            output.WriteLine(line);
            output.WriteLine("end");
            output.Commit();
        }

        new FileInfo(_folder.Path("out.gz")).Length.ShouldBeLessThan(line.Length / 2);
        using LineReader reader = TextInput.Open(_folder.Path("out.gz"));
        reader.ReadLine().ShouldBe(line);
        reader.ReadLine().ShouldBe("end");
        reader.ReadLine().ShouldBeNull();
    }

    public void Dispose() => _folder.Dispose();

    private static string Written(Action<TextOutput> write)
    {
        using MemoryStream stream = new();
        using TextOutput output = new(stream, "out");
        write(output);
        output.Commit();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class FailingStream(int errorNumber) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) =>
            throw new IOException("failed", errorNumber);
    }
}
