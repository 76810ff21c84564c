using System.Runtime.InteropServices;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>Owns an object of the runtime and releases it with the function that belongs to its kind.</summary>
internal sealed unsafe class RuntimeHandle : SafeHandle
{
    private readonly delegate* unmanaged<nint, void> _release;

    public RuntimeHandle(nint handle, delegate* unmanaged<nint, void> release)
        : base(nint.Zero, ownsHandle: true)
    {
        _release = release;
        SetHandle(handle);
    }

    public override bool IsInvalid => handle == nint.Zero;

    protected override bool ReleaseHandle()
    {
        _release(handle);
        return true;
    }
}
