namespace Aligner.Core.Corpora;

/// <summary>Pairs of a text that follow each other.</summary>
/// <param name="Start">0-based number of the first.</param>
/// <param name="End">The number after that of the last.</param>
public readonly record struct PairRange(long Start, long End)
{
    /// <summary>All pairs of any text.</summary>
    public static PairRange All { get; } = new(0, long.MaxValue);

    /// <summary>How many pairs there are.</summary>
    public long Count => End - Start;
}
