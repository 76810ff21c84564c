using Aligner.Core.Corpora;

namespace Aligner.Core.Alignments;

/// <summary>Anything that links the words of sentence pairs.</summary>
public interface IWordAligner
{
    /// <summary>Links each pair of the batch.</summary>
    /// <returns>One alignment for each pair, in the same order; empty where a side has no tokens.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IReadOnlyList<Alignment> Align(IReadOnlyList<TokenizedPair> batch, CancellationToken cancellation);
}

/// <summary>An aligner that also says how sure it is.</summary>
public interface IScoringWordAligner : IWordAligner
{
    /// <summary>Links each pair of the batch, with a probability for each link and a score for each pair.</summary>
    /// <returns>One result for each pair, in the same order, with the links that <c>Align</c> gives.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IReadOnlyList<ScoredAlignment> AlignWithScores(
        IReadOnlyList<TokenizedPair> batch, CancellationToken cancellation);
}
