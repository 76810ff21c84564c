namespace Aligner.Neural.OnnxRuntime;

/// <summary>The <c>OrtRunOptions</c> of a run that can be cancelled; none for one that cannot.</summary>
internal sealed unsafe class RunOptions : IDisposable
{
    private readonly RuntimeHandle? _handle;
    private readonly CancellationTokenRegistration _registration;

    public RunOptions(NativeRuntime runtime, CancellationToken cancellation)
    {
        if (!cancellation.CanBeCanceled)
        {
            return;
        }

        nint options;
        runtime.Check(runtime.Api.CreateRunOptions(&options));
        _handle = new RuntimeHandle(options, runtime.Api.ReleaseRunOptions);
        _registration = cancellation.Register(() => runtime.Check(runtime.Api.RunOptionsSetTerminate(Pointer)));
    }

    /// <summary>The object, or null.</summary>
    public nint Pointer => _handle?.DangerousGetHandle() ?? nint.Zero;

    public void Dispose()
    {
        // Waits for a cancellation under way, which uses the object.
        _registration.Dispose();
        _handle?.Dispose();
    }
}
