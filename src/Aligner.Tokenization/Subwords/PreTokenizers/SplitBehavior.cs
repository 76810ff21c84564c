namespace Aligner.Tokenization.Subwords.PreTokenizers;

/// <summary>What becomes of the matches of a pattern.</summary>
internal enum SplitBehavior
{
    /// <summary>They are dropped.</summary>
    Removed,

    /// <summary>Each is a segment.</summary>
    Isolated,

    /// <summary>Matches in a row are one segment.</summary>
    Contiguous,

    /// <summary>Each ends the segment before it.</summary>
    MergedWithPrevious,

    /// <summary>Each begins the segment after it.</summary>
    MergedWithNext,
}
