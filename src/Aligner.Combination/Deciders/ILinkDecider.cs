using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Deciders;

/// <summary>Turns evidence into links. Threads can share it.</summary>
public interface ILinkDecider
{
    /// <summary>The links of a pair, with their probabilities and the score of the pair; neither side is
    /// empty.</summary>
    ScoredAlignment Decide(PairEvidence pair);

    /// <summary>
    /// The largest text, in pairs, that it reads as a whole before it decides; 0, the default, if it decides pair by
    /// pair.
    /// </summary>
    int LargestText => 0;

    /// <summary>The links of the pairs of a whole text of at most <see cref="LargestText"/> pairs.</summary>
    IReadOnlyList<ScoredAlignment> DecideText(IEvidenceSource text) => text.Judge(Decide, ScoredAlignment.Empty);
}
