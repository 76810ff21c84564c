using System.Globalization;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Help;

/// <summary>A page as text for the terminal: the essentials for <c>-h</c>, or everything for <c>--help</c>.</summary>
/// <param name="page">The page.</param>
/// <param name="width">The columns of the terminal.</param>
internal sealed class HelpText(HelpPage page, int width)
{
    private const int MaxLines = 24;
    private const int MaxLabel = 28;
    private const int MaxBriefLabel = 24;

    /// <summary>At most 24 lines: the options that most runs need, a line for each.</summary>
    public IEnumerable<string> Brief()
    {
        List<string> lines =
            [.. Wrap($"{page.Description}.", 0), string.Empty, $"Usage: {page.Usage}", string.Empty];
        string end = $"All options, exit codes, environment variables: {page.Name} --help";
        HelpEntry[] entries = [.. page.Commands, .. page.Arguments, .. page.Essentials];
        if (page.Commands.Count > 0 && lines.Count + entries.Length + 2 > MaxLines)
        {
            lines.AddRange(Wrap($"Commands: {string.Join(", ", page.Commands.Select(entry => entry.Label))}", 0));
            lines.Add(string.Empty);
            entries = entries[page.Commands.Count..];
        }

        int column = Math.Min(MaxBriefLabel, entries.Max(entry => entry.Label.Length)) + 4;
        lines.AddRange(entries.Select(entry =>
            $"  {entry.Label}".PadRight(column) + entry.Summary(width - column)));
        string? example = page.Examples.Select(known => $"Example: {known.CommandLine}")
            .FirstOrDefault(line => line.Length <= width);
        if (example is not null && lines.Count + 4 <= MaxLines)
        {
            lines.AddRange([string.Empty, example]);
        }

        return [.. lines, string.Empty, .. Wrap(end, 0)];
    }

    /// <summary>Everything, under headings.</summary>
    public IEnumerable<string> Full()
    {
        IEnumerable<string> lines = Wrap($"{page.Description}.", 0).Concat([string.Empty, $"Usage: {page.Usage}"]);
        lines = lines.Concat(Section("Arguments", page.Arguments)).Concat(Section("Commands", page.Commands));
        foreach ((string heading, IReadOnlyList<HelpEntry> entries) in page.Groups)
        {
            lines = lines.Concat(Section(heading, entries));
        }

        return lines
            .Concat([string.Empty, "Examples:"])
            .Concat(page.Examples.SelectMany(example =>
                new[] { $"  # {example.Explanation}", $"  {example.CommandLine}" }))
            .Concat(Section("Exit codes", ExitCode.All.Select(code => new HelpEntry(
                code.Code.ToString(CultureInfo.InvariantCulture), code.Meaning))))
            .Concat(Section("Environment", EnvironmentVariables.All.Select(variable =>
                new HelpEntry(variable.Name, variable.Meaning))));
    }

    private IEnumerable<string> Section(string heading, IEnumerable<HelpEntry> section)
    {
        HelpEntry[] entries = [.. section];
        if (entries.Length == 0)
        {
            return [];
        }

        int column = entries.Where(entry => entry.Label.Length <= MaxLabel)
            .Select(entry => entry.Label.Length).DefaultIfEmpty(0).Max() + 4;
        return new[] { string.Empty, $"{heading}:" }.Concat(entries.SelectMany(entry => Lines(entry, column)));
    }

    private IEnumerable<string> Lines(HelpEntry entry, int column)
    {
        string label = $"  {entry.Label}";
        string[] text = [.. Wrap(entry.FullDescription, column)];
        if (label.Length + 2 > column)
        {
            yield return label;
        }
        else
        {
            yield return label.PadRight(column) + text[0].TrimStart();
            text = text[1..];
        }

        foreach (string line in text)
        {
            yield return line;
        }

        if (entry.HasDescribedChoices)
        {
            int inner = entry.Choices.Max(choice => choice.Name.Length) + 2;
            foreach (Choice choice in entry.Choices)
            {
                string[] summary = [.. Wrap(choice.Summary ?? string.Empty, column + 2 + inner)];
                yield return new string(' ', column + 2) + choice.Name.PadRight(inner) + summary[0].TrimStart();
                foreach (string line in summary[1..])
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>Breaks text at blanks, each line indented.</summary>
    private IEnumerable<string> Wrap(string text, int indentation)
    {
        string line = new(' ', indentation);
        foreach (string word in text.Split(' '))
        {
            if (line.Length > indentation && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = new string(' ', indentation);
            }

            line += line.Length > indentation ? $" {word}" : word;
        }

        yield return line;
    }
}
