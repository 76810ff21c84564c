using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Evaluation;
using Aligner.Core.Formats;

namespace Aligner.Applications.Views;

/// <summary>A sentence pair that is looked at: the links of one or more systems, perhaps beside gold.</summary>
/// <param name="Line">1-based number of the pair in its text.</param>
/// <param name="Words">The words that links count.</param>
/// <param name="Systems">The links of each system, all of them between words of the pair.</param>
/// <param name="Gold">What is right; null, the default, where that is not known.</param>
public sealed record ViewedPair(
    long Line, TokenizedPair Words, IReadOnlyList<AnnotatedAlignment> Systems, GoldAlignment? Gold = null)
{
    /// <summary>Where the words stand in their lines; null, the default, where that is not known.</summary>
    public PairCharacters? Characters { get; init; }

    /// <summary>The links of each system, sure and possible alike.</summary>
    public IReadOnlyList<Alignment> Links => [.. Systems.Select(system => system.ToAlignment())];

    /// <summary>How the links of each system count against the gold; empty where there is none.</summary>
    public IReadOnlyList<LinkCounts> Counts =>
        Gold is null ? [] : [.. Systems.Select(system => LinkCounts.Count(system.ToAlignment(), Gold))];

    /// <summary>Whether a system has a link that is wrong, or misses one that is sure.</summary>
    public bool HasErrors => Counts.Any(counts =>
        counts.PredictedPossible < counts.Predicted || counts.PredictedSure < counts.Sure);

    /// <summary>
    /// How bad the links of the first system are, for an order: the alignment error rate where there is gold, and the
    /// negative score of the pair otherwise; null where neither is known.
    /// </summary>
    public double? Badness => Counts is [var first, ..] ? first.Aer : -Systems[0].LogProbability;
}
