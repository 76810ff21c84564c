namespace Aligner.Statistical.Coverage;

/// <summary>How much of what could be used is used.</summary>
/// <param name="Count">All that could be.</param>
/// <param name="Known">What is.</param>
/// <param name="Cause">What would make most of the rest usable; null if nothing that was tried does.</param>
/// <param name="Explained">What would be used then.</param>
public sealed record WordCoverage(long Count, long Known, CoverageCause? Cause, long Explained)
{
    /// <summary>A cause counts if it makes so many times as much usable.</summary>
    private const int LeastRatio = 2;

    /// <summary>The coverage with its best explanation, if one explains much more than there is.</summary>
    /// <param name="count">All that could be used.</param>
    /// <param name="known">What is.</param>
    /// <param name="explained">What would be used if a cause were taken away.</param>
    public static WordCoverage Of(long count, long known, IEnumerable<(CoverageCause Cause, long Known)> explained)
    {
        (CoverageCause cause, long most) = explained.MaxBy(entry => entry.Known);
        return most > LeastRatio * known
            ? new WordCoverage(count, known, cause, most)
            : new WordCoverage(count, known, Cause: null, known);
    }
}
