using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Core;
using Aligner.Core.Corpora;

namespace Aligner.Cli.Options;

/// <summary>Where the pairs of a command come from.</summary>
internal interface IPairInput
{
    /// <summary>Opens what the command line names; standard input where it names nothing.</summary>
    BitextReader Open(ParseResult parsed, CommandContext context);

    /// <summary>What to tell of a broken line; null if it ends the run.</summary>
    Action<BrokenLineException>? Skipped(ParseResult parsed, CommandContext context);

    /// <summary>Whether the pairs come from standard input and so can be read only once.</summary>
    bool ReadsStandardInput(ParseResult parsed);
}
