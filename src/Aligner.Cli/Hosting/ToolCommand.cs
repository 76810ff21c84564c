using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Commands;
using Aligner.Core.Text;

namespace Aligner.Cli.Hosting;

/// <summary>A subcommand: its symbols, its examples and what it does.</summary>
/// <remarks>Add a command by deriving from this and naming it in <see cref="AlignerCommand"/>.</remarks>
internal abstract class ToolCommand : Command, IExamples
{
    private readonly Dictionary<Option, string> _headings = [];
    private readonly List<Func<CommandResult, string?>> _checks = [];

    protected ToolCommand(string name, string description)
        : base(name, description)
    {
        SetAction(ExecuteAsync);
    }

    /// <inheritdoc />
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <summary>The options by the headings of the help, in the order of <see cref="Headings.All"/>.</summary>
    public IEnumerable<OptionGroup> Groups => Headings.All
        .Select(heading => new OptionGroup(heading, [.. Options.Where(option => HeadingOf(option) == heading)]))
        .Where(group => group.Options.Count > 0);

    /// <summary>The names of the options that <c>-h</c> shows; empty if it shows all.</summary>
    public virtual IReadOnlyList<string> Essentials => [];

    /// <summary>
    /// How long it may take to unwind when it is interrupted before it is left behind; a second if nothing else is
    /// said.
    /// </summary>
    protected virtual TimeSpan Grace => TimeSpan.FromSeconds(1);

    /// <summary>Adds options under a heading of the help, one of <see cref="Headings.All"/>.</summary>
    public void Add(string heading, params IEnumerable<Option> options)
    {
        foreach (Option option in options)
        {
            if (option.ValueType == typeof(bool))
            {
                // Otherwise a file named true would be taken for the value of the option before it.
                option.Arity = ArgumentArity.Zero;
            }

            Add(option);
            _headings.Add(option, heading);
        }
    }

    /// <summary>
    /// Adds a check of options that are valid alone but not together. Unlike a validator of the parser, it is asked
    /// only if every value could be read.
    /// </summary>
    /// <param name="check">Says what is wrong, or null.</param>
    public void AddCheck(Func<CommandResult, string?> check) => _checks.Add(check);

    /// <summary>What the first check that fails says, or null.</summary>
    public string? Check(CommandResult result) =>
        _checks.Select(check => check(result)).FirstOrDefault(mistake => mistake is not null);

    /// <summary>Does the work. Data goes to the outputs that <paramref name="context"/> opens.</summary>
    /// <exception cref="UsageException">The options contradict each other.</exception>
    protected abstract void Run(ParseResult parsed, CommandContext context);

    private string HeadingOf(Option option) => _headings.GetValueOrDefault(option, Headings.Other);

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();

        // Closing the context removes the output files that were not committed.
        using CommandContext context = new(Messages.For(parsed), cancellation);
        TextInput.StandardInputOpened = context.Messages.TellOfTerminalInput;
        Task work = Task.Run(
            () =>
            {
                Run(parsed, context);
                context.Skipped.Warn(context.Messages);
            },
            CancellationToken.None);
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
