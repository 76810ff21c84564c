using System.Diagnostics;
using Aligner.Core.Files;

namespace Aligner.Core.Tests.Files;

public sealed class RegularFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Files_folders_pipes_and_devices_are_told_apart_through_links()
    {
        _folder.Write("file", "content");
        File.CreateSymbolicLink(_folder.Path("link"), "file");
        File.CreateSymbolicLink(_folder.Path("dangling"), "nowhere");
        FileKinds.Of(_folder.Path("file")).ShouldBe(FileKind.Regular);
        FileKinds.Of(_folder.Path("link")).ShouldBe(FileKind.Regular);
        FileKinds.Of(_folder.Path(".")).ShouldBe(FileKind.Folder);
        FileKinds.Of(_folder.Path("nowhere")).ShouldBe(FileKind.Missing);
        FileKinds.Of(_folder.Path("dangling")).ShouldBe(FileKind.Missing);
        FileKinds.Of(_folder.Path("file/below")).ShouldBe(FileKind.Missing);
        FileKinds.Of(string.Empty).ShouldBe(FileKind.Missing);
        if (!OperatingSystem.IsWindows())
        {
            FileKinds.Of(MakePipe()).ShouldBe(FileKind.Special);
            FileKinds.Of("/dev/null").ShouldBe(FileKind.Special);
        }
    }

    [Fact]
    public void A_link_has_the_length_and_the_content_of_its_file()
    {
        _folder.Write("file", "content");
        File.CreateSymbolicLink(_folder.Path("link"), "file");
        RegularFile.Length(_folder.Path("link")).ShouldBe(7);
        RegularFile.ReadAllBytes(_folder.Path("link")).ShouldBe("content"u8.ToArray());
        RegularFile.Copy(_folder.Path("link"), _folder.Path("copy"));
        new FileInfo(_folder.Path("copy")).LinkTarget.ShouldBeNull();
        File.ReadAllText(_folder.Path("copy")).ShouldBe("content");
    }

    [Fact]
    public void What_is_missing_or_no_file_is_named_and_nothing_waits()
    {
        string missing = _folder.Path("missing"), folder = Path.GetDirectoryName(missing)!;
        Should.Throw<IOException>(() => RegularFile.Open(missing)).Message
            .ShouldBe($"cannot read {missing}: no such file");
        Should.Throw<IOException>(() => RegularFile.Open(folder)).Message
            .ShouldBe($"cannot read {folder}: it is a folder");
        if (!OperatingSystem.IsWindows())
        {
            string pipe = MakePipe();
            Should.Throw<DataException>(() => RegularFile.Open(pipe)).Message
                .ShouldBe($"{pipe}: it is a pipe or a device, not a file");
            Should.Throw<DataException>(() => RegularFile.ReadAllBytes("/dev/zero"));
        }
    }

    public void Dispose() => _folder.Dispose();

    private string MakePipe()
    {
        using Process make = Process.Start("mkfifo", [_folder.Path("pipe")]);
        make.WaitForExit();
        return _folder.Path("pipe");
    }
}
