namespace Aligner.Neural.OnnxRuntime;

/// <summary>Kinds of failure, numbered as <c>OrtErrorCode</c>.</summary>
public enum OnnxRuntimeError
{
    None = 0,
    Fail = 1,
    InvalidArgument = 2,
    NoSuchFile = 3,
    NoModel = 4,
    EngineError = 5,
    RuntimeException = 6,
    InvalidProtobuf = 7,
    ModelLoaded = 8,
    NotImplemented = 9,
    InvalidGraph = 10,
    ProviderFail = 11,
}
