using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Text;

namespace Aligner.Cli.Options;

/// <summary><c>[BITEXT] -s SRC -t TGT</c>: one file of pairs, or two line-parallel files.</summary>
internal sealed class InputBundle : IPairInput
{
    private readonly Argument<string[]> _bitext = new("BITEXT")
    {
        Description = "Pairs 'source ||| target', or two files, source and target; a tab may stand for the bars; the "
            + "lines of two files correspond; standard input if absent or '-'",
        Arity = new ArgumentArity(0, 2),
    };

    private readonly SideOptions _sides;
    private readonly ErrorBundle _errors;

    /// <summary>Adds the argument and the options to <paramref name="command"/>.</summary>
    public InputBundle(ToolCommand command)
    {
        command.Add(_bitext);
        _sides = new SideOptions(command, _bitext);
        _errors = new ErrorBundle(command);
    }

    /// <inheritdoc />
    public BitextReader Open(ParseResult parsed, CommandContext context)
    {
        BitextReader reader = _sides.Open(parsed, (parsed.GetValue(_bitext) ?? []).FirstOrDefault());
        return Skipped(parsed, context) is { } skipped ? new SkippingBitextReader(reader, skipped) : reader;
    }

    /// <inheritdoc />
    public Action<BrokenLineException>? Skipped(ParseResult parsed, CommandContext context) =>
        _errors.Skipped(parsed, context);

    /// <summary>The one or two files that hold the pairs, or <c>-</c> for standard input.</summary>
    public IReadOnlyList<string> Files(ParseResult parsed) =>
        _sides.Files(parsed) ?? [(parsed.GetValue(_bitext) ?? []).FirstOrDefault() ?? TextInput.StandardStreamPath];

    /// <inheritdoc />
    public bool ReadsStandardInput(ParseResult parsed) => Files(parsed).Contains(TextInput.StandardStreamPath);
}
