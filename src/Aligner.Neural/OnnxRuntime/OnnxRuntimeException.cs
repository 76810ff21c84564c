namespace Aligner.Neural.OnnxRuntime;

/// <summary>ONNX Runtime refused something; the message is its own.</summary>
public class OnnxRuntimeException : Exception
{
    public OnnxRuntimeException(string message)
        : base(message)
    {
    }

    public OnnxRuntimeException(OnnxRuntimeError error, string message)
        : base(message)
    {
        Error = error;
    }

    public OnnxRuntimeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The kind of the failure.</summary>
    public OnnxRuntimeError Error { get; } = OnnxRuntimeError.Fail;
}
