using Xunit;

namespace Aligner.Testing;

/// <summary>Finds the real corpora that some tests compare with.</summary>
public static class TestData
{
    private static readonly string? Root = Environment.GetEnvironmentVariable("ALIGNER_DATA");

    /// <summary>
    /// Full path of a file below <c>ALIGNER_DATA</c>, given with forward slashes. Where that is not set, the test that
    /// asks is skipped, visibly.
    /// </summary>
    public static string File(string relative)
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Root), "ALIGNER_DATA is not set");
        return Path.Combine(Root, relative);
    }
}
