namespace Aligner.Cli.Tests.Documentation;

/// <summary>The files of the repository.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>The documents whose commands and prose are checked, by their paths in the repository.</summary>
    public static IReadOnlyList<string> Documents { get; } =
        ["README.md", .. Directory.GetFiles(PathOf("docs"), "*.md").Order(StringComparer.Ordinal).Select(Relative)];

    /// <summary>All documents.</summary>
    public static IReadOnlyList<string> AllDocuments { get; } =
    [
        .. Documents,
        .. Directory.GetFiles(Root, "*.md").Select(Relative).Except(Documents),
        .. new[] { "benchmarks", "models", "samples" }
            .SelectMany(folder => Directory.GetFiles(PathOf(folder), "*.md", SearchOption.AllDirectories))
            .Select(Relative),
    ];

    /// <summary>The full path of a file.</summary>
    public static string PathOf(string path) => Path.GetFullPath(path, Root);

    /// <summary>The lines of a file.</summary>
    public static string[] Lines(string path) => File.ReadAllLines(PathOf(path));

    private static string Relative(string path) => Path.GetRelativePath(Root, path);

    private static string FindRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Aligner.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests are not in the repository");
        }

        return folder.FullName;
    }
}
