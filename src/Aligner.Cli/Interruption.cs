using System.Runtime.InteropServices;

namespace Aligner.Cli;

/// <summary>
/// Turns the signals that ask the process to end into a cancellation: SIGINT, SIGTERM and, when the terminal closes,
/// SIGHUP. A signal that the parent process ignores, as <c>nohup</c> does, stays ignored.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interruption() =>
        _signals = [Watch(PosixSignal.SIGINT), Watch(PosixSignal.SIGTERM), Watch(PosixSignal.SIGHUP)];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _cancellation.Token;

    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
        _cancellation.Dispose();
    }

    private PosixSignalRegistration Watch(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        _cancellation.Cancel();
    });
}
