using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Hmm;

/// <summary>
/// The transitions (1 − p0) p(i | i′) between the states of a source sentence of n words, and the sums over them that
/// inference needs. State n is the start: no source word has been linked yet.
/// </summary>
internal abstract class Transitions
{
    /// <summary>From the start to each source word: one row of a lattice, zero from column n on.</summary>
    public abstract ReadOnlySpan<float> Start { get; }

    /// <summary>Σ_{i′} p(i|i′) ω(i′) for each source word i.</summary>
    /// <param name="weights">ω of the n + 1 states.</param>
    /// <param name="sum">Receives the sums: one row, zero from column n on.</param>
    public abstract void Follow(ReadOnlySpan<float> weights, Span<float> sum);

    /// <summary>Adds Σ_i p(i|i′) w(i) for each state i′.</summary>
    /// <param name="weights">w of the source words: one row, zero from column n on.</param>
    /// <param name="sum">One row, added to.</param>
    public abstract void AddReversed(ReadOnlySpan<float> weights, Span<float> sum);

    /// <summary>
    /// Adds the expected jumps Σ_j ω_{j−1}(i′) p(i|i′) t(f_j|e_i) β_j(i) of a lattice with posteriors.
    /// </summary>
    public abstract void CountJumps(Lattice lattice, JumpCounts counts);

    /// <summary>max_{i′} p(i|i′) s(i′) for each source word i, and the i′ that has it.</summary>
    /// <param name="scores">s of the n + 1 states.</param>
    /// <param name="best">Receives the maxima: one row, zero from column n on.</param>
    /// <param name="pointers">Receives their states: one row.</param>
    public abstract void FindBest(ReadOnlySpan<float> scores, Span<float> best, Span<int> pointers);
}
