using System.Text.RegularExpressions;

namespace Aligner.Cli.Tests.Documentation;

/// <summary>The commands of one <c>sh</c> block of a document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Line">The line where the block begins, from 1.</param>
/// <param name="Commands">Its commands, each in one line, without comments.</param>
internal sealed partial record CommandBlock(string Document, int Line, IReadOnlyList<string> Commands)
{
    private const string Fence = "```";

    /// <summary>The blocks of all documents.</summary>
    public static IReadOnlyList<CommandBlock> All { get; } = [.. Repository.Documents.SelectMany(Read)];

    /// <summary>The names after <c>-o</c>: what the commands make.</summary>
    public IEnumerable<string> Outputs =>
        Commands.SelectMany(command => OutputName().Matches(command)).Select(match => match.Groups[1].Value);

    private static IEnumerable<CommandBlock> Read(string document)
    {
        string[] lines = Repository.Lines(document);
        for (int start = 0; start < lines.Length; start++)
        {
            if (lines[start] == Fence + "sh")
            {
                int end = Array.IndexOf(lines, Fence, start);
                string text = string.Join('\n', lines[(start + 1)..end]).Replace("\\\n", " ", StringComparison.Ordinal);
                yield return new CommandBlock(
                    document,
                    start + 1,
                    [.. text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#'))]);
            }
        }
    }

    [GeneratedRegex(@" -o (\S+)")]
    private static partial Regex OutputName();
}
