using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Core.Corpora;

namespace Aligner.Cli.Methods;

/// <summary>Pairs that are kept while they are read, so that they can be read again with their links.</summary>
/// <param name="input">Where the pairs come from.</param>
internal sealed class SpooledInput(IPairInput input) : IPairInput
{
    private LinkedSpool? _spool;

    /// <summary>The pairs that were read.</summary>
    public LinkedSpool Spool => _spool!;

    /// <inheritdoc />
    public BitextReader Open(ParseResult parsed, CommandContext context)
    {
        _spool ??= context.Own(new LinkedSpool(context.OwnFolder()));
        return _spool.Record(input.Open(parsed, context));
    }

    /// <inheritdoc />
    public Action<BrokenLineException>? Skipped(ParseResult parsed, CommandContext context) =>
        input.Skipped(parsed, context);

    /// <inheritdoc />
    public bool ReadsStandardInput(ParseResult parsed) => input.ReadsStandardInput(parsed);
}
