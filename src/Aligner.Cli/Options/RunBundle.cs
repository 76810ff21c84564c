using System.CommandLine;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Options;

/// <summary><c>--threads N --seed N</c>: how a run is done, apart from what it does.</summary>
internal sealed class RunBundle
{
    private const int DefaultSeed = 1;

    private readonly Option<int?> _threads = OptionFactory.OptionalInteger(
        "--threads", "Processors to use; never changes a result", 1, 1024, absent: "all");

    private readonly Option<int> _seed =
        OptionFactory.Integer("--seed", "Seed of methods that draw random numbers", DefaultSeed, 0);

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public RunBundle(ToolCommand command)
    {
        command.Add(Headings.Run, _threads, _seed);
    }

    /// <summary>The seed alone.</summary>
    public ulong Seed(ParseResult parsed) => (ulong)parsed.GetValue(_seed);

    /// <summary>What the command line asks for.</summary>
    public RunSettings Settings(ParseResult parsed, CommandContext context)
    {
        RunSettings settings =
            new(parsed.GetValue(_threads) ?? Environment.ProcessorCount, Seed(parsed));
        context.Messages.Detail($"threads {settings.Threads}, seed {settings.Seed}");
        return settings;
    }
}
