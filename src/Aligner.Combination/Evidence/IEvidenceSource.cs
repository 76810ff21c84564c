namespace Aligner.Combination.Evidence;

/// <summary>The pairs of a text, to be judged by the experts in any order.</summary>
public interface IEvidenceSource
{
    /// <summary>The number of pairs.</summary>
    int Count { get; }

    /// <summary>Lets the experts judge each pair once.</summary>
    /// <param name="read">
    /// Makes a result of the evidence, which is another pair's afterwards. Called by several threads.
    /// </param>
    /// <param name="empty">The result of a pair with an empty side.</param>
    /// <returns>The results in the order of the pairs.</returns>
    T[] Judge<T>(Func<PairEvidence, T> read, T empty);
}
