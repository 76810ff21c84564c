using Aligner.Neural.OnnxRuntime;

namespace Aligner.Cli.Help;

/// <summary>The environment variables that the tool looks at.</summary>
internal static class EnvironmentVariables
{
    /// <summary>Each with what it does.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> All { get; } =
    [
        (OnnxRuntimeLibrary.PathVariable, "path of another library of ONNX Runtime, as one for a GPU"),
        ("NO_COLOR", "if not empty, messages have no colors"),
        ("TMPDIR", "the folder for temporary files"),
    ];
}
