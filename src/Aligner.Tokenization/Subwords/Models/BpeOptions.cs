namespace Aligner.Tokenization.Subwords.Models;

/// <summary>What <see cref="BpeModel"/> does in addition to merging.</summary>
internal sealed record BpeOptions
{
    /// <summary>The id of a character without a piece; null drops such characters.</summary>
    public int? Unknown { get; init; }

    /// <summary>Whether several unknown characters in a row are one piece.</summary>
    public bool FuseUnknown { get; init; }

    /// <summary>
    /// The piece of each byte or −1: unknown characters become these if all exist. Null for no such thing.
    /// </summary>
    public int[]? BytePieces { get; init; }

    /// <summary>Whether a segment that is a piece stays whole, whatever the merges say.</summary>
    public bool IgnoreMerges { get; init; }

    /// <summary>What characters begin with that are not first, as <c>##</c>.</summary>
    public string ContinuationPrefix { get; init; } = string.Empty;

    /// <summary>What the last character ends with, as <c>&lt;/w&gt;</c>.</summary>
    public string EndSuffix { get; init; } = string.Empty;
}
