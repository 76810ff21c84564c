using System.Runtime.InteropServices;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>Keeps objects of the runtime alive while a call uses them, whoever disposes of them meanwhile.</summary>
internal ref struct HandleScope
{
    private readonly List<SafeHandle> _held = [];

    public HandleScope()
    {
    }

    /// <summary>The pointer, good until the scope ends.</summary>
    /// <exception cref="ObjectDisposedException">The object is gone.</exception>
    public readonly nint Hold(SafeHandle handle)
    {
        bool added = false;
        handle.DangerousAddRef(ref added);
        _held.Add(handle);
        return handle.DangerousGetHandle();
    }

    public readonly void Dispose()
    {
        foreach (SafeHandle handle in _held)
        {
            handle.DangerousRelease();
        }
    }
}
