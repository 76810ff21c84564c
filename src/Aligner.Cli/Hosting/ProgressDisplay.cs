using System.Globalization;
using Spectre.Console;

namespace Aligner.Cli.Hosting;

/// <summary>Progress bars on standard error, where that is a terminal; nothing elsewhere.</summary>
internal static class ProgressDisplay
{
    private const string ShowCursorSequence = "\e[?25h";

    /// <summary>Runs <paramref name="work"/> and shows the steps that it reports, from any thread.</summary>
    /// <param name="messages">Says whether progress is shown.</param>
    /// <param name="work">The work.</param>
    /// <param name="isVisible">Whether there is room: data on the same terminal would be mixed with the bars.</param>
    public static void Run(Messages messages, Action<IProgress<ProgressStep>> work, bool isVisible = true)
    {
        if (!messages.ShowsProgress || !isVisible)
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
        /// <summary>Milliseconds between two changes of a bar.</summary>
        private const long Pause = 50;

        private readonly Lock _lock = new();
        private ProgressTask? _task;
        private string? _stage;
        private long _changed;

        public void Report(ProgressStep value)
        {
            lock (_lock)
            {
                bool isLast = value.Total > 0 && value.Done >= value.Total;
                if (value.Stage == _stage && !isLast && Environment.TickCount64 - _changed < Pause)
                {
                    return;
                }

                _changed = Environment.TickCount64;
                if (value.Stage != _stage)
                {
                    Stop();
                    _task = context.AddTask(Markup.Escape(value.Stage));
                    _stage = value.Stage;
                }

                Show(_task!, value);
                if (isLast)
                {
                    Stop();
                }
            }
        }

        private static void Show(ProgressTask task, ProgressStep value)
        {
            task.IsIndeterminate = value.Total == 0;
            if (value.Total > 0)
            {
                task.MaxValue = value.Total;
                task.Value = value.Done;
            }
            else if (value.Done > 0)
            {
                task.Description = Markup.Escape(
                    string.Create(CultureInfo.InvariantCulture, $"{value.Stage}: {value.Done:N0}"));
            }
        }

        // A bar that is done no longer moves or counts seconds.
        private void Stop()
        {
            if (_task is { IsFinished: false } task)
            {
                task.IsIndeterminate = false;
                task.Value = task.MaxValue;
                task.StopTask();
            }
        }
    }
}
