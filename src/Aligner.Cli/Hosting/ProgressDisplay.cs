using System.Globalization;
using Spectre.Console;

namespace Aligner.Cli.Hosting;

/// <summary>Progress bars on standard error, where that is a terminal; nothing elsewhere.</summary>
internal static class ProgressDisplay
{
    private const string ShowCursorSequence = "\e[?25h";

    /// <summary>Runs <paramref name="work"/> and shows the steps that it reports, from any thread.</summary>
    public static void Run(Messages messages, Action<IProgress<ProgressStep>> work)
    {
        if (!messages.ShowsProgress)
        {
            work(new Silence());
            return;
        }

        // Spectre takes a redirected standard input for a session without a terminal.
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Interactive = InteractionSupport.Yes,
        });
        console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new RemainingTimeColumn(),
                new ElapsedTimeColumn())
            .Start(context => work(new Bars(context)));
    }

    /// <summary>Repairs the terminal after work that was left behind with a bar on the screen.</summary>
    public static void Abandon(Messages messages)
    {
        if (messages.ShowsProgress)
        {
            Console.Error.Write(ShowCursorSequence);
        }
    }

    private sealed class Silence : IProgress<ProgressStep>
    {
        public void Report(ProgressStep value)
        {
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<ProgressStep>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report(ProgressStep value)
        {
            lock (_tasks)
            {
                if (!_tasks.TryGetValue(value.Stage, out ProgressTask? task))
                {
                    task = context.AddTask(Markup.Escape(value.Stage));
                    _tasks.Add(value.Stage, task);
                }

                if (value.Total > 0)
                {
                    task.IsIndeterminate = false;
                    task.MaxValue = value.Total;
                    task.Value = value.Done;
                }
                else
                {
                    task.IsIndeterminate = true;
                    task.Description = Markup.Escape(
                        string.Create(CultureInfo.InvariantCulture, $"{value.Stage} {value.Done:N0}"));
                }
            }
        }
    }
}
