using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Cli.Hosting;

/// <summary>The one place that turns an exception into a message and an exit code.</summary>
internal static class Failure
{
    /// <summary>Says what happened, in one line, and returns the code of <see cref="ExitCode"/>.</summary>
    public static int Report(Exception exception, Messages messages)
    {
        switch (exception)
        {
            case AggregateException { InnerExceptions: [Exception first, ..] }:
                return Report(first, messages);
            case ClosedPipeException:
                return ExitCode.Success;
            case OperationCanceledException:
                return ExitCode.Interrupted;
            case UsageException:
                messages.Error(OneLine(exception));
                return ExitCode.Usage;
            case DataException:
                messages.Error(OneLine(exception));
                return ExitCode.BadData;
            case FileNotFoundException { FileName: string part }
                when part.Contains(", Version=", StringComparison.Ordinal):
                messages.Error("a part of the tool cannot be loaded: more files have to be open than are allowed "
                    + $"(ulimit -n), or the installation is damaged: {part}");
                return ExitCode.Failure;
            case IOException or UnauthorizedAccessException or OnnxRuntimeException or InsufficientMemoryException:
                messages.Error(OneLine(exception));
                return ExitCode.Failure;
            case OutOfMemoryException:
                messages.Error("not enough memory");
                return ExitCode.Failure;
            default:
                messages.Error($"unexpected {exception.GetType().Name}: {OneLine(exception)}");
                messages.Error(messages.IsVerbose
                    ? exception.ToString()
                    : "this is a fault of the tool: please report it with what -v prints");
                return ExitCode.Failure;
        }
    }

    private static string OneLine(Exception exception) => exception.Message.ReplaceLineEndings(" ");
}
