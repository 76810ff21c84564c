namespace Aligner.Neural.Pickles;

/// <summary>
/// The only names that a pickle may use, and what they make. Each is data; nothing that a file says is looked up or
/// called.
/// </summary>
internal static class TorchGlobals
{
    private static readonly Dictionary<string, TorchGlobal> Known = new()
    {
        ["collections OrderedDict"] = new(TorchGlobalKind.Dictionary),
        ["torch._utils _rebuild_tensor_v2"] = new(TorchGlobalKind.Tensor),
        ["torch._utils _rebuild_parameter"] = new(TorchGlobalKind.Parameter),
        ["torch DoubleStorage"] = new(TorchGlobalKind.Storage, "F64"),
        ["torch FloatStorage"] = new(TorchGlobalKind.Storage, "F32"),
        ["torch HalfStorage"] = new(TorchGlobalKind.Storage, "F16"),
        ["torch BFloat16Storage"] = new(TorchGlobalKind.Storage, "BF16"),
        ["torch LongStorage"] = new(TorchGlobalKind.Storage, "I64"),
        ["torch IntStorage"] = new(TorchGlobalKind.Storage, "I32"),
        ["torch ShortStorage"] = new(TorchGlobalKind.Storage, "I16"),
        ["torch CharStorage"] = new(TorchGlobalKind.Storage, "I8"),
        ["torch ByteStorage"] = new(TorchGlobalKind.Storage, "U8"),
        ["torch BoolStorage"] = new(TorchGlobalKind.Storage, "BOOL"),
    };

    /// <summary>What a name stands for, or null if a pickle may not use it.</summary>
    public static TorchGlobal? Find(string module, string name) => Known.GetValueOrDefault($"{module} {name}");
}

/// <summary>What a name of <see cref="TorchGlobals"/> makes.</summary>
internal enum TorchGlobalKind
{
    Dictionary,
    Tensor,
    Parameter,
    Storage,
}

/// <summary>A name that a pickle may use.</summary>
/// <param name="Kind">What it makes.</param>
/// <param name="Type">For storages: what they hold, as safetensors calls it.</param>
internal sealed record TorchGlobal(TorchGlobalKind Kind, string Type = "");
