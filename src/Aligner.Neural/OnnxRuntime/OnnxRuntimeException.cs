using Ort = Microsoft.ML.OnnxRuntime;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>ONNX Runtime refused something; the message is its own.</summary>
public class OnnxRuntimeException : Exception
{
    public OnnxRuntimeException(string message)
        : base(message)
    {
    }

    public OnnxRuntimeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Runs <paramref name="call"/>; failures of the runtime come as exceptions of this type.</summary>
    internal static T Translate<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Ort.OnnxRuntimeException exception)
        {
            throw new OnnxRuntimeException(exception.Message, exception);
        }
    }
}
