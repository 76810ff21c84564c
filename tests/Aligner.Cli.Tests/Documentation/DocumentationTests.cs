using System.Text.RegularExpressions;

namespace Aligner.Cli.Tests.Documentation;

/// <summary>Every command of README.md and docs runs, every link leads somewhere, and the form is kept.</summary>
public sealed partial class DocumentationTests(DocumentedFiles files) : ToolTests, IClassFixture<DocumentedFiles>
{
    private const int MostLinesOfReadme = 130, MostColumns = 120;

    /// <summary>Commands that are not run, by how they begin, and why.</summary>
    private static readonly (string Beginning, string Reason)[] NotRun =
    [
        ("bash samples/demo.sh", "builds the tool; CI runs it"),
        ("dotnet ", "builds, tests, packs or installs the tool; CI does so"),
        ("aligner model prune mbert", "the encoder of this test has fewer neurons than are to be left"),
    ];

    public static TheoryData<string> Blocks =>
        [.. CommandBlock.All.Where(block => block.Commands.Any(Runs)).Select(NameOf)];

    public static TheoryData<string> Documents => [.. Repository.Documents];

    public static TheoryData<string> AllDocuments => [.. Repository.AllDocuments];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void The_commands_of_a_block_run(string name)
    {
        CommandBlock block = CommandBlock.All.Single(block => NameOf(block) == name);
        files.CopyTo(Tool);
        Tool.Bash("install_aligner").ShouldSucceed();
        foreach (string output in block.Outputs)
        {
            Tool.Bash($"rm -rf '{output}'").ShouldSucceed();
        }

        foreach (string command in block.Commands.Where(Runs))
        {
            ToolResult result = Tool.Bash($"""
                export PATH=$PWD/bin:$PATH
                some-program() ( cat new.txt )
                set -eo pipefail
                {Shorten(command)}
                """);
            result.ExitCode.ShouldBe(0, $"{command}\n{result.Error}");
        }
    }

    [Fact]
    public void Each_command_that_is_not_run_is_in_a_document() =>
        NotRun.ShouldAllBe(entry => CommandBlock.All.Any(block =>
            block.Commands.Any(command => command.StartsWith(entry.Beginning, StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(AllDocuments))]
    public void Links_lead_to_files_and_headings(string document)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(document))!;
        foreach (Match link in Links().Matches(string.Join('\n', Repository.Lines(document))))
        {
            string path = link.Groups["path"].Value, heading = link.Groups["heading"].Value;
            string target = path.Length == 0 ? Repository.PathOf(document) : Path.GetFullPath(path, folder);
            Path.Exists(target).ShouldBeTrue(link.Value);
            if (heading.Length > 0)
            {
                File.ReadLines(target).Where(line => line.StartsWith('#')).Select(Anchor).ShouldContain(heading);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Lines_are_not_too_long(string document) =>
        Repository.Lines(document).ShouldAllBe(line => line.Length <= MostColumns);

    [Fact]
    public void The_README_is_short() =>
        Repository.Lines("README.md").Length.ShouldBeLessThanOrEqualTo(MostLinesOfReadme);

    [Fact]
    public void The_README_names_all_documents() => Repository.Documents.Skip(1)
        .ShouldAllBe(document => File.ReadAllText(Repository.PathOf("README.md")).Contains($"]({document})"));

    [Fact]
    public void The_figures_of_the_README_are_results_of_the_benchmarks()
    {
        string results = File.ReadAllText(Repository.PathOf("benchmarks/results.md"));
        string[] figures = [.. Repository.Lines("README.md")
            .Where(line => line.StartsWith('|'))
            .SelectMany(line => Figures().Matches(line))
            .Select(match => match.Value)];
        figures.ShouldNotBeEmpty();
        figures.ShouldAllBe(figure => results.Contains(figure));
    }

    private static bool Runs(string command) =>
        !NotRun.Any(entry => command.StartsWith(entry.Beginning, StringComparison.Ordinal));

    /// <summary>Two steps of training are enough to see that it runs.</summary>
    private static string Shorten(string command) =>
        command.StartsWith("aligner finetune", StringComparison.Ordinal) ? command + " --steps 2" : command;

    private static string NameOf(CommandBlock block) => $"{block.Document}:{block.Line}";

    /// <summary>What GitHub calls a heading in addresses.</summary>
    private static string Anchor(string heading) =>
        NotInAnchors().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-');

    [GeneratedRegex(@"\]\((?!\w+:)(?<path>[^)#\s]*)(#(?<heading>[^)]+))?\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"[^\p{L}\p{N}\- _]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"(?<=\| )\d+\.\d+(?= \|)")]
    private static partial Regex Figures();
}
