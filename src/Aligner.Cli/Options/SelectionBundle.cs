using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Applications.Views;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Options;

/// <summary><c>--line 2-5,9 --errors --worst N --sample N --limit N</c>: which pairs are looked at.</summary>
internal sealed class SelectionBundle
{
    private readonly Option<LineRanges?> _lines = new("--line")
    {
        Description = "Show these pairs only, such as 3 or 2-5,9",
        HelpName = "N,N-N",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = Parse,
    };

    private readonly Option<bool> _errors =
        new("--errors") { Description = "Show pairs with a wrong or missed link only; needs --gold" };

    private readonly Option<int?> _worst = OptionFactory.OptionalInteger(
        "--worst",
        "Show the N pairs of the highest AER, or of the lowest score where there is no gold, worst first",
        1);

    private readonly Option<int?> _sample =
        OptionFactory.OptionalInteger("--sample", "Show N pairs drawn at random by --seed", 1);

    private readonly Option<int?> _limit = OptionFactory.OptionalInteger("--limit", "Show the first N pairs only", 1);
    private readonly Func<CommandResult, bool> _hasGold;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="hasGold">Whether there is gold.</param>
    public SelectionBundle(ToolCommand command, Func<CommandResult, bool> hasGold)
    {
        _hasGold = hasGold;
        command.Add(Headings.Selection, _lines, _errors, _worst, _sample, _limit);
        command.AddCheck(Check);
    }

    /// <summary>The option that names lines.</summary>
    public string LineOption => _lines.Name;

    /// <summary>What the command line asks for.</summary>
    public PairSelection Selection(ParseResult parsed, ulong seed) => new()
    {
        Lines = parsed.GetValue(_lines),
        ErrorsOnly = parsed.GetValue(_errors),
        Worst = parsed.GetValue(_worst),
        Sample = parsed.GetValue(_sample),
        Seed = seed,
        Limit = parsed.GetValue(_limit),
    };

    private string? Check(CommandResult result)
    {
        Option[] others = [_worst, _sample, _limit];
        Option[] given = [.. others.Where(option => result.GetResult(option) is { Implicit: false })];
        return given.Length > 1 ? $"give either {given[0].Name} or {given[1].Name}"
            : given.Length > 0 && result.GetValue(_lines) is not null ? $"give either {_lines.Name} or {given[0].Name}"
            : result.GetValue(_errors) && !_hasGold(result) ? $"{_errors.Name} needs --gold"
            : null;
    }

    private static LineRanges? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        LineRanges? lines = LineRanges.Parse(text);
        if (lines is null)
        {
            result.AddError($"--line: '{text}' is no list of lines from 1, such as 3 or 2-5,9");
        }

        return lines;
    }
}
