namespace Aligner.Tokenization.Subwords.Training;

/// <summary>All pieces that fit somewhere into a run.</summary>
internal readonly ref struct RunLattice(ReadOnlySpan<uint> lengths, ReadOnlySpan<int> pieces)
{
    /// <summary>For each place the lengths of the pieces that start there: bit k for k + 1.</summary>
    public ReadOnlySpan<uint> Lengths { get; } = lengths;

    /// <summary>The ids of the pieces, by place, then length.</summary>
    public ReadOnlySpan<int> Pieces { get; } = pieces;
}
