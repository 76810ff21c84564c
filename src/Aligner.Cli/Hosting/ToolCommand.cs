using System.CommandLine;
using Aligner.Cli.Commands;

namespace Aligner.Cli.Hosting;

/// <summary>A subcommand: its symbols, its examples and what it does.</summary>
/// <remarks>Add a command by deriving from this and naming it in <see cref="AlignerCommand"/>.</remarks>
internal abstract class ToolCommand : Command, IExamples
{
    protected ToolCommand(string name, string description)
        : base(name, description)
    {
        SetAction(ExecuteAsync);
    }

    /// <inheritdoc />
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <summary>
    /// How long it may take to unwind when it is interrupted before it is left behind; a second if nothing else is
    /// said.
    /// </summary>
    protected virtual TimeSpan Grace => TimeSpan.FromSeconds(1);

    /// <summary>Does the work. Data goes to the outputs that <paramref name="context"/> opens.</summary>
    /// <exception cref="UsageException">The options contradict each other.</exception>
    protected abstract void Run(ParseResult parsed, CommandContext context);

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();

        // Closing the context removes the output files that were not committed.
        using CommandContext context = new(Messages.For(parsed), cancellation);
        Task work = Task.Run(() => Run(parsed, context), CancellationToken.None);
        try
        {
            await work.WaitAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // A read from a pipe or a terminal cannot be interrupted, so the work may never return.
            await Task.WhenAny(work, Task.Delay(Grace, CancellationToken.None));
            if (!work.IsCompleted)
            {
                ProgressDisplay.Abandon(context.Messages);
            }

            if (work.IsFaulted)
            {
                await work;
            }

            return work.IsCompletedSuccessfully ? ExitCode.Success : ExitCode.Interrupted;
        }

        return ExitCode.Success;
    }
}
