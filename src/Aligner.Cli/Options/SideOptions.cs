using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Core.Corpora;

namespace Aligner.Cli.Options;

/// <summary><c>-s SRC -t TGT</c>: the two sides of a bitext in line-parallel files.</summary>
internal sealed class SideOptions
{
    private readonly Option<string?> _source =
        OptionFactory.Path("--source", "Source sentences, one a line; needs --target", "-s");

    private readonly Option<string?> _target =
        OptionFactory.Path("--target", "Target sentences, one a line; needs --source", "-t");

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public SideOptions(ToolCommand command)
    {
        command.Add(Headings.Input, _source, _target);
        command.AddCheck(result => (result.GetValue(_source), result.GetValue(_target)) switch
        {
            (null, not null) or (not null, null) => "--source and --target go together",
            ("-", "-") => "--source and --target cannot both be standard input",
            _ => null,
        });
    }

    /// <summary>Whether the two files are named.</summary>
    public bool AreGiven(ParseResult parsed) => parsed.GetValue(_source) is not null;

    /// <summary>Whether a side comes from standard input.</summary>
    public bool ReadStandardInput(ParseResult parsed) =>
        parsed.GetValue(_source) is "-" || parsed.GetValue(_target) is "-";

    /// <summary>Opens the two files, or <paramref name="bitext"/> where they are not named.</summary>
    /// <exception cref="UsageException">Both, the files and <paramref name="bitext"/>, are named.</exception>
    public BitextReader Open(ParseResult parsed, string? bitext)
    {
        if (parsed.GetValue(_source) is not string source || parsed.GetValue(_target) is not string target)
        {
            return BitextReader.Open(bitext ?? "-");
        }

        return bitext is null
            ? BitextReader.Open(source, target)
            : throw new UsageException("give either a bitext or --source and --target");
    }
}
