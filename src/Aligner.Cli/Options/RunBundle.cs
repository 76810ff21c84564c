using System.CommandLine;
using Aligner.Cli.Commands;

namespace Aligner.Cli.Options;

/// <summary><c>--threads N --seed N</c>: how a run is done, apart from what it does.</summary>
internal sealed class RunBundle
{
    private const int DefaultSeed = 1;

    private readonly Option<int?> _threads = OptionFactory.OptionalInteger(
        "--threads", "Processors to use, all if absent; never changes a result", 1, 1024);

    private readonly Option<int> _seed =
        OptionFactory.Integer("--seed", "Seed of methods that draw random numbers", DefaultSeed, 0);

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public RunBundle(Command command)
    {
        command.Add(_threads);
        command.Add(_seed);
    }

    /// <summary>Degree of parallelism.</summary>
    public int Threads(ParseResult parsed, CommandContext context)
    {
        int threads = parsed.GetValue(_threads) ?? Environment.ProcessorCount;
        context.Messages.Detail($"threads {threads}, seed {parsed.GetValue(_seed)}");
        return threads;
    }
}
