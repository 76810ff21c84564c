using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Deciders;

/// <summary>Turns evidence into links. Threads can share it.</summary>
public interface ILinkDecider
{
    /// <summary>The links of a pair, with their probabilities and the score of the pair; neither side is
    /// empty.</summary>
    ScoredAlignment Decide(PairEvidence pair);
}
