namespace Aligner.Testing;

/// <summary>Finds the real corpora that some tests compare with.</summary>
public static class TestData
{
    private static readonly string? Root = Environment.GetEnvironmentVariable("ALIGNER_DATA");

    public static bool IsPresent => !string.IsNullOrEmpty(Root);

    /// <summary>Full path of a file below <c>ALIGNER_DATA</c>, given with forward slashes.</summary>
    public static string File(string relative) =>
        Path.Combine(Root ?? throw new InvalidOperationException("ALIGNER_DATA is not set"), relative);
}
