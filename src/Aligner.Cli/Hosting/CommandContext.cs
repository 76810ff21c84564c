using Aligner.Core.Text;

namespace Aligner.Cli.Hosting;

/// <summary>What a running command needs besides its options.</summary>
/// <param name="messages">Where warnings and details go.</param>
/// <param name="cancellation">Cancelled by SIGINT, SIGTERM and SIGHUP.</param>
internal sealed class CommandContext(Messages messages, CancellationToken cancellation) : IDisposable
{
    private readonly List<IDisposable> _outputs = [];

    /// <summary>Where warnings and details go.</summary>
    public Messages Messages { get; } = messages;

    /// <summary>Cancelled by SIGINT, SIGTERM and SIGHUP.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The broken lines that were passed over.</summary>
    public SkippedLines Skipped { get; } = new();

    /// <summary>
    /// Hands an output over: it is closed when the command ends, and, if not committed, removed, even if the
    /// command was interrupted while it waited for input.
    /// </summary>
    public T Own<T>(T output)
        where T : IDisposable
    {
        lock (_outputs)
        {
            _outputs.Add(output);
        }

        return output;
    }

    /// <summary>A temporary folder that is removed when the command ends.</summary>
    public string OwnFolder() => Own(new TemporaryFolder()).Path;

    /// <summary>Standard output as the data stream of the command.</summary>
    public TextOutput OpenStandardOutput() => Own(TextOutput.Create(null, overwrite: false));

    public void Dispose()
    {
        lock (_outputs)
        {
            foreach (IDisposable output in _outputs)
            {
                output.Dispose();
            }

            _outputs.Clear();
        }
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("aligner-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
