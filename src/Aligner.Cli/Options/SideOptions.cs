using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Aligner.Cli.Hosting;
using Aligner.Core.Corpora;

namespace Aligner.Cli.Options;

/// <summary>
/// <c>-s SRC -t TGT</c>: the two sides of a bitext in line-parallel files; <c>--columns N,N</c>: in columns of a table.
/// </summary>
internal sealed class SideOptions
{
    private readonly Option<string?> _source =
        OptionFactory.Path("--source", "Source sentences, one a line; needs --target", "-s");

    private readonly Option<string?> _target =
        OptionFactory.Path("--target", "Target sentences, one a line; needs --source", "-t");

    private readonly Option<int[]?> _columns = new ToolOption<int[]?>("--columns")
    {
        Description = "The bitext is a table with tabs between columns, of which these two are source and target, "
            + "counted from 1",
        HelpName = "N,N",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = ParseColumns,
    };

    private readonly Option<LanguagePair?> _languages = new ToolOption<LanguagePair?>("--languages")
    {
        Description = "The languages of source and target in TMX or XLIFF, by the tags of the file, as en,pt-BR",
        HelpName = "SRC,TGT",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = ParseLanguages,
    };

    private readonly Argument<string[]>? _files;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="files">An argument that names the two sides if it names two files; null if there is none.</param>
    public SideOptions(ToolCommand command, Argument<string[]>? files = null)
    {
        _files = files;
        command.Add(Headings.Input, _source, _target, _columns, _languages);
        command.AddCheck(Check);
    }

    /// <summary>Whether the two files are named.</summary>
    public bool AreGiven(ParseResult parsed) => Sides(parsed.CommandResult) is not null;

    /// <summary>The names of the two files for people; null where they are not named.</summary>
    public string? Title(ParseResult parsed) => Sides(parsed.CommandResult) is var (source, target)
        ? $"{Path.GetFileName(source)} and {Path.GetFileName(target)}"
        : null;

    /// <summary>The two files; null where they are not named.</summary>
    public IReadOnlyList<string>? Files(ParseResult parsed) =>
        Sides(parsed.CommandResult) is var (source, target) ? [source, target] : null;

    /// <summary>Whether a side comes from standard input.</summary>
    public bool ReadStandardInput(ParseResult parsed) => Sides(parsed.CommandResult) is ("-", _) or (_, "-");

    /// <summary>Opens the two files, or <paramref name="bitext"/> where they are not named.</summary>
    /// <exception cref="UsageException">Both, the files and <paramref name="bitext"/>, are named.</exception>
    public BitextReader Open(ParseResult parsed, string? bitext) => Sides(parsed.CommandResult) switch
    {
        ({ } source, { } target) when bitext is null || parsed.GetValue(_source) is null =>
            BitextReader.Open(source, target),
        not null => throw new UsageException("give either a bitext or --source and --target"),
        null when parsed.GetValue(_columns) is [int source, int target] =>
            BitextReader.Open(bitext ?? "-", source, target),
        null when parsed.GetValue(_languages) is { } languages => BitextReader.Open(bitext ?? "-", languages),
        null => BitextReader.Open(bitext ?? "-"),
    };

    private string? Check(CommandResult result) => (result.GetValue(_source), result.GetValue(_target)) switch
    {
        (null, not null) or (not null, null) => "--source and --target go together",
        _ when Sides(result) is ("-", "-") => "--source and --target cannot both be standard input",
        _ when Sides(result) is not null && result.GetResult(_columns) is not null =>
            "--columns is for a bitext in one file",
        _ when result.GetResult(_languages) is not null
            && (Sides(result) is not null || result.GetResult(_columns) is not null) =>
            "--languages is for TMX and XLIFF, which hold both sides",
        _ => null,
    };

    private (string Source, string Target)? Sides(CommandResult result) =>
        result.GetValue(_source) is { } source && result.GetValue(_target) is { } target ? (source, target)
        : _files is not null && result.GetValue(_files) is [var first, var second] ? (first, second)
        : null;

    private static LanguagePair? ParseLanguages(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (text.Split(',') is [{ Length: > 0 } source, { Length: > 0 } target] && source != target)
        {
            return new LanguagePair(source, target);
        }

        result.AddError($"--languages: '{text}' is not two different languages such as en,de");
        return null;
    }

    private static int[]? ParseColumns(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        int[] columns = [.. text.Split(',').Select(part =>
            int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int column) ? column : 0)];
        if (columns is not [> 0, > 0] || columns[0] == columns[1])
        {
            result.AddError($"--columns: '{text}' is not two different columns such as 3,4");
        }

        return columns;
    }
}
