using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Core.Corpora;

namespace Aligner.Cli.Options;

/// <summary><c>[BITEXT] -s SRC -t TGT</c>: one file of pairs, or two line-parallel files.</summary>
internal sealed class InputBundle
{
    private readonly Argument<string?> _bitext = new("BITEXT")
    {
        Description = "Pairs 'source ||| target', or with a tab between; standard input if absent or '-'",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly SideOptions _sides;

    /// <summary>Adds the argument and the options to <paramref name="command"/>.</summary>
    public InputBundle(ToolCommand command)
    {
        command.Add(_bitext);
        _sides = new SideOptions(command);
    }

    /// <summary>Opens what the command line names; standard input where it names nothing.</summary>
    public BitextReader Open(ParseResult parsed) => _sides.Open(parsed, parsed.GetValue(_bitext));

    /// <summary>Whether the pairs come from standard input and so can be read only once.</summary>
    public bool ReadsStandardInput(ParseResult parsed) => _sides.AreGiven(parsed)
        ? _sides.ReadStandardInput(parsed)
        : parsed.GetValue(_bitext) is null or "-";
}
