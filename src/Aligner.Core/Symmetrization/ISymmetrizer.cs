using Aligner.Core.Alignments;

namespace Aligner.Core.Symmetrization;

/// <summary>A heuristic that merges the alignments of the two directions into one.</summary>
public interface ISymmetrizer
{
    /// <summary>Combines two alignments of the same pair, both in source–target order.</summary>
    /// <param name="forward">Links of the source-to-target aligner.</param>
    /// <param name="reverse">Links of the target-to-source aligner, already swapped to source–target order.</param>
    /// <param name="sourceLength">Number of source tokens.</param>
    /// <param name="targetLength">Number of target tokens.</param>
    Alignment Combine(Alignment forward, Alignment reverse, int sourceLength, int targetLength);
}
