using Xunit;

namespace Aligner.Testing;

/// <summary>A theory over real corpora; skipped, visibly, where <c>ALIGNER_DATA</c> is not set.</summary>
public sealed class DataTheoryAttribute : TheoryAttribute
{
    public DataTheoryAttribute()
    {
        if (!TestData.IsPresent)
        {
            Skip = "ALIGNER_DATA is not set";
        }
    }
}
