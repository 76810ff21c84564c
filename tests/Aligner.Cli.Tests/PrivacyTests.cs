namespace Aligner.Cli.Tests;

/// <summary>The tool writes nothing that it was not asked for, and sends nothing to anybody.</summary>
public sealed class PrivacyTests : ToolTests
{
    private const string Pairs = "the house ||| das Haus\nthe book ||| das Buch\na book ||| ein Buch\n";

    public static bool HasStrace => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "strace")));

    [Theory]
    [InlineData("aligner --version")]
    [InlineData("aligner align pairs --method sim -q")]
    [InlineData("aligner align pairs --method auto -q")]
    [InlineData("(cat pairs; sleep 30) | aligner align --method sim --line-buffered -q")]
    public void No_file_appears_in_the_home_folder_or_the_temporary_one(string command)
    {
        Enclosed().Bash(command).ShouldSucceed();
        Directory.EnumerateFileSystemEntries(Tool.Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Tool.Folder, path)).Order()
            .ShouldBe(["home", "pairs", "temporary"]);
    }

    [Theory(Skip = "strace is not installed", SkipUnless = nameof(HasStrace))]
    [InlineData("aligner --version")]
    [InlineData("aligner align pairs --method sim -q")]
    [InlineData("aligner align pairs --method auto -q")]
    [InlineData("(cat pairs; sleep 30) | aligner align --method sim --line-buffered -q")]
    public void No_socket_of_the_internet_is_made(string command)
    {
        Enclosed().Bash(command.Replace("aligner ", "traced ", StringComparison.Ordinal)).ShouldSucceed();
        string[] calls = Tool.Read("trace").Split('\n');
        calls.ShouldContain(call => call.Contains("openat(", StringComparison.Ordinal));
        calls.ShouldNotContain(call => call.Contains("AF_INET", StringComparison.Ordinal));
    }

    /// <summary>A home folder and a temporary one of the tool's own, empty at first.</summary>
    private Tool Enclosed()
    {
        Tool.Write("pairs", Pairs);
        foreach (string folder in (string[])["home", "temporary"])
        {
            Tool.With(folder == "home" ? "HOME" : "TMPDIR", Path.Combine(Tool.Folder, folder));
            Directory.CreateDirectory(Path.Combine(Tool.Folder, folder));
        }

        // Otherwise .NET itself leaves the socket of its debugger there while it runs.
        return Tool.With("DOTNET_EnableDiagnostics", "0");
    }
}
