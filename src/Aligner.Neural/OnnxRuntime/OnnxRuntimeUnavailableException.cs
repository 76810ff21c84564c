namespace Aligner.Neural.OnnxRuntime;

/// <summary>The native library of ONNX Runtime is missing or unusable; the message says what to do.</summary>
public sealed class OnnxRuntimeUnavailableException : OnnxRuntimeException
{
    public OnnxRuntimeUnavailableException(string message)
        : base(message)
    {
    }

    public OnnxRuntimeUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
