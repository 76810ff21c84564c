using Aligner.Core.Files;

namespace Aligner.Core.Tests.Files;

public sealed class FinalPathTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _root;

    public FinalPathTests()
    {
        _root = FinalPath.Of(_folder.Path("x"))[..^2];
    }

    [Theory]
    [InlineData("file", "file")]
    [InlineData("./here/../file", "file")]
    [InlineData("one", "file")]
    [InlineData("two", "file")]
    [InlineData("rooted", "file")]
    [InlineData("dangling", "no such file")]
    [InlineData("inner", "deep/inner")]
    [InlineData("inner/up", "deep/file")]
    [InlineData("inner/../new", "deep/new")]
    [InlineData("missing/file", "missing/file")]
    public void A_relative_link_is_followed_from_its_own_folder(string path, string expected)
    {
        Directory.CreateDirectory(_folder.Path("deep/inner"));
        _folder.Write("file", "content");
        Link("one", "file");
        Link("two", "./one");
        Link("rooted", _folder.Path("file"));
        Link("dangling", "no such file");
        Link("inner", "deep/inner");
        Link("deep/inner/up", "../file");
        FinalPath.Of(_folder.Path(path)).ShouldBe($"{_root}/{expected}");
    }

    [Fact]
    public void Links_in_a_circle_are_reported()
    {
        Link("one", "two");
        Link("two", "one");
        Should.Throw<IOException>(() => FinalPath.Of(_folder.Path("one")))
            .Message.ShouldBe($"{_folder.Path("one")}: its symbolic links lead in a circle");
    }

    public void Dispose() => _folder.Dispose();

    private void Link(string name, string target) => File.CreateSymbolicLink(_folder.Path(name), target);
}
