using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Aligner.Applications.Views.Figures;
using Aligner.Applications.Views.Pages;
using Aligner.Applications.Views.Training;
using Aligner.Cli.Hosting;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Core.Text;

namespace Aligner.Cli.Output;

/// <summary><c>--html FILE --svg FILE --tikz FILE</c>: what pairs are shown as, if not as text.</summary>
internal sealed partial class ViewOutput
{
    private readonly Option<string?> _html = OptionFactory.Path(
        "--html", "Write a page to FILE, in which pairs are searched, sorted and edited; it needs no network");

    private readonly Option<string?> _log = OptionFactory.Path(
        "--log", "Show the training that finetune --log wrote to FILE, in place of pairs; needs --html");

    private readonly Option<string?> _svg = OptionFactory.Path("--svg", "Draw the pairs into FILE, as an SVG picture");

    private readonly Option<string?> _tikz =
        OptionFactory.Path("--tikz", "Draw the pairs into FILE, as TikZ pictures for LaTeX");

    private readonly Option<string> _figure = OptionFactory.DescribedChoice(
        "--figure",
        "What --svg and --tikz draw",
        "matrix",
        [("matrix", "a row for each source word"), ("arcs", "two lines of words with a curve for each link")]);

    private readonly Option<string?> _sourceLanguage = Language("--source-language", "source");
    private readonly Option<string?> _targetLanguage = Language("--target-language", "target");
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace FILE if it exists" };
    private readonly TerminalBundle _terminal;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public ViewOutput(ToolCommand command)
    {
        command.Add(Headings.Input, _log);
        command.Add(
            Headings.Output, _html, _svg, _tikz, _figure, _sourceLanguage, _targetLanguage, _overwrite);
        _terminal = new TerminalBundle(command);
        command.AddCheck(FindContradiction);
    }

    /// <summary>Whether pairs are drawn as figures.</summary>
    public bool DrawsFigures(CommandResult result) =>
        result.GetValue(_svg) is not null || result.GetValue(_tikz) is not null;

    /// <summary>Opens the file, or standard output.</summary>
    public TextOutput Open(ParseResult parsed, CommandContext context) => context.Own(TextOutput.Create(
        parsed.GetValue(_html) ?? parsed.GetValue(_svg) ?? parsed.GetValue(_tikz), parsed.GetValue(_overwrite)));

    /// <summary>Writes the training that the command line names; false where it names none.</summary>
    public bool WriteTraining(ParseResult parsed, CommandContext context)
    {
        if (parsed.GetValue(_log) is not { } log)
        {
            return false;
        }

        using TextOutput output = Open(parsed, context);
        PageWriter.Write(
            new PageContent { Title = Path.GetFileName(log), Training = TrainingStep.ReadAll(log) }, output);
        output.Commit();
        return true;
    }

    /// <summary>Writes pairs as what the command line asks for.</summary>
    public void Write(ParseResult parsed, ViewedText text, TextOutput output)
    {
        FigureKind figure = Enum.Parse<FigureKind>(parsed.GetRequiredValue(_figure), ignoreCase: true);
        if (parsed.GetValue(_html) is not null)
        {
            PageWriter.Write(
                new PageContent
                {
                    Title = text.Title,
                    SourceLanguage = parsed.GetValue(_sourceLanguage),
                    TargetLanguage = parsed.GetValue(_targetLanguage),
                    Systems = [.. text.Systems.Select(Path.GetFileName)!],
                    Pairs = text.Pairs,
                },
                output);
        }
        else if (parsed.GetValue(_svg) is not null)
        {
            SvgFigures.Write(text.Pairs, figure, output);
        }
        else if (parsed.GetValue(_tikz) is not null)
        {
            TikzFigures.Write(text.Pairs, figure, output);
        }
        else
        {
            TerminalView.Write(text, _terminal.Grid(parsed), output);
        }
    }

    private string? FindContradiction(CommandResult result)
    {
        Option<string?>[] given =
            [.. new[] { _html, _svg, _tikz }.Where(option => result.GetValue(option) is not null)];
        return given.Length > 1 ? $"give either {given[0].Name} or {given[1].Name}"
            : result.GetValue(_log) is not null && result.GetValue(_html) is null ? $"{_log.Name} needs {_html.Name}"
            : null;
    }

    private static Option<string?> Language(string name, string side)
    {
        ToolOption<string?> option = new(name)
        {
            Description = $"Language of the {side} side, such as de or zh-Hant, for the fonts and voices of --html",
            HelpName = "TAG",
            Default = "guessed from the script",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var tag }] && !LanguageTag().IsMatch(tag))
            {
                result.AddError($"{name}: '{tag}' is no language tag, such as de or zh-Hant");
            }
        });
        return option;
    }

    /// <summary>The form of tags of BCP 47.</summary>
    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex LanguageTag();
}
