using System.Globalization;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Help;

/// <summary>A page as the source of a man page, in the macros that troff and mandoc know (man(7)).</summary>
/// <param name="page">The page.</param>
/// <param name="others">The names of the pages to refer to.</param>
internal sealed class ManPage(HelpPage page, IReadOnlyList<string> others)
{
    /// <summary>The name of the file, such as <c>aligner-model-info.1</c>.</summary>
    public string FileName => $"{PageName(page.Name)}.1";

    /// <summary>The lines of the file.</summary>
    public IEnumerable<string> Lines()
    {
        string name = PageName(page.Name);
        yield return $".TH {Escape(name.ToUpperInvariant())} 1 \"\" \"{HelpPage.Tool} {VersionAction.Version}\"";
        yield return ".SH NAME";
        yield return $"{Escape(name)} \\- {Escape(page.Description.TrimEnd('.'))}";
        yield return ".SH SYNOPSIS";
        yield return $".B {Escape(page.Usage)}";
        foreach (string line in Section("Arguments", page.Arguments).Concat(Section("Commands", page.Commands)))
        {
            yield return line;
        }

        yield return ".SH OPTIONS";
        foreach ((string heading, IReadOnlyList<HelpEntry> entries) in page.Groups)
        {
            yield return $".SS \"{Escape(heading)}\"";
            foreach (string line in entries.SelectMany(Entry))
            {
                yield return line;
            }
        }

        yield return ".SH EXAMPLES";
        foreach (Example example in page.Examples)
        {
            yield return ".PP";
            yield return $"{Escape(Capitalized(example.Explanation))}:";
            yield return ".PP";
            yield return ".RS 4";
            yield return ".nf";
            yield return Escape(example.CommandLine);
            yield return ".fi";
            yield return ".RE";
        }

        IEnumerable<HelpEntry> codes = ExitCode.All.Select(code =>
            new HelpEntry(code.Code.ToString(CultureInfo.InvariantCulture), code.Meaning));
        IEnumerable<HelpEntry> variables = EnvironmentVariables.All.Select(variable =>
            new HelpEntry(variable.Name, variable.Meaning));
        foreach (string line in Section("Exit status", codes).Concat(Section("Environment", variables)))
        {
            yield return line;
        }

        yield return ".SH SEE ALSO";
        yield return string.Join(", ", others.Where(other => other != page.Name).Select(other =>
            $"\\fB{Escape(PageName(other))}\\fR(1)"));
    }

    private static string PageName(string command) => command.Replace(' ', '-');

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static IEnumerable<string> Section(string heading, IEnumerable<HelpEntry> entries)
    {
        string[] lines = [.. entries.SelectMany(Entry)];
        return lines.Length == 0 ? [] : [$".SH \"{heading.ToUpperInvariant()}\"", .. lines];
    }

    private static IEnumerable<string> Entry(HelpEntry entry)
    {
        yield return ".TP";
        yield return $"\\fB{Escape(entry.Label)}\\fR";
        yield return Escape(entry.FullDescription);
        if (entry.HasDescribedChoices)
        {
            yield return ".RS";
            foreach (Choice choice in entry.Choices)
            {
                yield return ".TP";
                yield return $"\\fB{Escape(choice.Name)}\\fR";
                yield return Escape(choice.Summary ?? string.Empty);
            }

            yield return ".RE";
        }
    }

    // A line that begins with a dot or an apostrophe is a request; a plain - is a hyphen and cannot be copied.
    private static string Escape(string text)
    {
        string escaped = text.Replace("\\", "\\e").Replace("-", "\\-").Replace("¶", "\\[u00B6]");
        return escaped is ['.' or '\'', ..] ? $"\\&{escaped}" : escaped;
    }
}
