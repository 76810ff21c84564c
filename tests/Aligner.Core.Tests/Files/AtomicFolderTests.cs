using Aligner.Core.Files;

namespace Aligner.Core.Tests.Files;

public sealed class AtomicFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string[] Entries =>
        [.. Directory.GetFileSystemEntries(_folder.Path(".")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    [Fact]
    public void A_folder_appears_with_the_commit_and_nothing_else_stays()
    {
        using (AtomicFolder folder = AtomicFolder.Create(_folder.Path("new"), overwrite: false))
        {
            File.WriteAllText(folder.PathOf("a"), "content");
            Directory.Exists(_folder.Path("new")).ShouldBeFalse();
            folder.Commit(new HashSet<string>());
        }

        File.ReadAllText(_folder.Path("new/a")).ShouldBe("content");
        Entries.ShouldBe(["new"]);
    }

    [Fact]
    public void Without_a_commit_nothing_stays()
    {
        using (AtomicFolder folder = AtomicFolder.Create(_folder.Path("new"), overwrite: false))
        {
            File.WriteAllText(folder.PathOf("a"), "content");
        }

        Entries.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_replaced_goes_and_what_the_user_added_stays()
    {
        Directory.CreateDirectory(_folder.Path("old/notes"));
        _folder.Write("old/weights", "old");
        _folder.Write("old/part", "old");
        _folder.Write("old/README", "mine");
        _folder.Write("old/notes/today", "mine");
        File.CreateSymbolicLink(_folder.Path("old/link"), "README");
        Replace(["weights", "part"]);
        File.ReadAllText(_folder.Path("old/weights")).ShouldBe("new");
        File.Exists(_folder.Path("old/part")).ShouldBeFalse();
        File.ReadAllText(_folder.Path("old/README")).ShouldBe("mine");
        File.ReadAllText(_folder.Path("old/notes/today")).ShouldBe("mine");
        new FileInfo(_folder.Path("old/link")).LinkTarget.ShouldBe("README");
        Entries.ShouldBe(["old"]);
    }

    [Fact]
    public void Permissions_of_what_is_replaced_are_kept()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode Secret = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Directory.CreateDirectory(_folder.Path("old"));
        File.SetUnixFileMode(_folder.Write("old/weights", "old"), Secret);
        File.SetUnixFileMode(_folder.Path("old"), Secret | UnixFileMode.UserExecute | UnixFileMode.GroupRead);
        Replace(["weights"]);
        File.GetUnixFileMode(_folder.Path("old/weights")).ShouldBe(Secret);
        File.GetUnixFileMode(_folder.Path("old"))
            .ShouldBe(Secret | UnixFileMode.UserExecute | UnixFileMode.GroupRead);
    }

    [Fact]
    public void An_existing_folder_needs_overwrite_unless_it_is_empty()
    {
        Directory.CreateDirectory(_folder.Path("old"));
        using (AtomicFolder folder = AtomicFolder.Create(_folder.Path("old"), overwrite: false))
        {
            folder.Commit(new HashSet<string>());
        }

        _folder.Write("old/a", "content");
        Should.Throw<OutputExistsException>(() => AtomicFolder.Create(_folder.Path("old"), overwrite: false));
        Entries.ShouldBe(["old"]);
    }

    [Fact]
    public void A_folder_that_appears_meanwhile_is_not_replaced()
    {
        using (AtomicFolder folder = AtomicFolder.Create(_folder.Path("new"), overwrite: false))
        {
            Directory.CreateDirectory(_folder.Path("new"));
            _folder.Write("new/a", "theirs");
            Should.Throw<OutputExistsException>(() => folder.Commit(new HashSet<string>()));
        }

        File.ReadAllText(_folder.Path("new/a")).ShouldBe("theirs");
        Entries.ShouldBe(["new"]);
    }

    [Fact]
    public void Places_that_cannot_be_written_are_known_at_once()
    {
        string file = _folder.Write("file", "content"), lost = _folder.Path("missing/new");
        Should.Throw<IOException>(() => AtomicFolder.Create(file, overwrite: true))
            .Message.ShouldBe($"cannot write {file}: it is a file");
        Should.Throw<IOException>(() => AtomicFolder.Create(lost, overwrite: true))
            .Message.ShouldBe($"cannot write {lost}: no such folder");
        Entries.ShouldBe(["file"]);
    }

    [Fact]
    public void Where_names_cannot_be_exchanged_the_old_folder_stands_aside_meanwhile()
    {
        Directory.CreateDirectory(_folder.Path("old"));
        Directory.CreateDirectory(_folder.Path("new"));
        _folder.Write("old/a", "old");
        _folder.Write("new/a", "new");
        AtomicFolder.RenameByTurns(_folder.Path("new"), _folder.Path("old"));
        File.ReadAllText(_folder.Path("old/a")).ShouldBe("new");
        Should.Throw<IOException>(() => AtomicFolder.RenameByTurns(_folder.Path("new"), _folder.Path("old")));
        File.ReadAllText(_folder.Path("old/a")).ShouldBe("new");
        Entries.ShouldBe(["old"]);
    }

    public void Dispose() => _folder.Dispose();

    private void Replace(HashSet<string> replaced)
    {
        using AtomicFolder folder = AtomicFolder.Create(_folder.Path("old"), overwrite: true);
        File.WriteAllText(folder.PathOf("weights"), "new");
        folder.Commit(replaced);
    }
}
