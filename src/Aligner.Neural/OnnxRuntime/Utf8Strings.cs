using System.Runtime.InteropServices;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>A <c>const char* const*</c>: texts as UTF-8 with zeros at their ends, outside managed memory.</summary>
internal sealed unsafe class Utf8Strings : IDisposable
{
    private readonly byte** _texts;

    public Utf8Strings(IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        Count = (nuint)all.Length;
        _texts = (byte**)NativeMemory.AllocZeroed(Count + 1, (nuint)sizeof(byte*));
        for (int i = 0; i < all.Length; i++)
        {
            _texts[i] = (byte*)Marshal.StringToCoTaskMemUTF8(all[i]);
        }
    }

    public nuint Count { get; }

    public byte** Pointer => _texts;

    public void Dispose()
    {
        for (nuint i = 0; i < Count; i++)
        {
            Marshal.FreeCoTaskMem((nint)_texts[i]);
        }

        NativeMemory.Free(_texts);
    }
}
