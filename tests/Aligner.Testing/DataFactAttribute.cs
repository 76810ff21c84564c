using Xunit;

namespace Aligner.Testing;

/// <summary>A test over real corpora; skipped, visibly, where <c>ALIGNER_DATA</c> is not set.</summary>
public sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute()
    {
        if (!TestData.IsPresent)
        {
            Skip = "ALIGNER_DATA is not set";
        }
    }
}
