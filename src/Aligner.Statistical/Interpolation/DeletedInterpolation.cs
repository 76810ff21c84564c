using Aligner.Core.Alignments;

namespace Aligner.Statistical.Interpolation;

/// <summary>
/// Deleted interpolation (Jelinek and Mercer 1980, "Interpolated estimation of Markov source parameters from sparse
/// data") of two lexicons, each counted from the links of one aligner, and the distribution of words.
/// </summary>
/// <remarks>
/// p(f_j) = λ_own Σ_i t_own(f_j|e_i) / n + λ_prior Σ_i t_prior(f_j|e_i) / n + λ_0 p(f_j), where the λ maximize the
/// likelihood of held-out text.
/// </remarks>
internal static class DeletedInterpolation
{
    private const int Components = 3;
    private const int Iterations = 50;

    /// <summary>How many words of both sides either lexicon explains.</summary>
    /// <param name="counted">The text that the lexicons are counted on.</param>
    /// <param name="heldOut">The held-out text.</param>
    public static (double Own, double Prior) Explain(
        IReadOnlyList<TwiceLinkedPair> counted, IReadOnlyList<TwiceLinkedPair> heldOut)
    {
        (double own, double prior) = ExplainTarget(counted, heldOut);
        (double ownReverse, double priorReverse) =
            ExplainTarget([.. counted.Select(Swap)], [.. heldOut.Select(Swap)]);
        return (own + ownReverse, prior + priorReverse);
    }

    private static (double Own, double Prior) ExplainTarget(
        IReadOnlyList<TwiceLinkedPair> counted, IReadOnlyList<TwiceLinkedPair> heldOut)
    {
        CountedLexicon own = new();
        CountedLexicon prior = new();
        foreach (TwiceLinkedPair pair in counted)
        {
            own.Add(pair.Source, pair.Target, pair.Own);
            prior.Add(pair.Source, pair.Target, pair.Prior);
        }

        Dictionary<int, int> frequencies = counted.Concat(heldOut)
            .SelectMany(pair => pair.Target)
            .CountBy(word => word)
            .ToDictionary();
        double tokens = frequencies.Values.Sum();
        List<double> rows = [];
        foreach (TwiceLinkedPair pair in heldOut)
        {
            foreach (int word in pair.Target)
            {
                rows.Add(Mean(own, pair.Source, word));
                rows.Add(Mean(prior, pair.Source, word));
                rows.Add(frequencies[word] / tokens);
            }
        }

        double[] explained = new double[Components];
        InterpolationKernel.Fit([.. rows], Iterations, explained);
        return (explained[0], explained[1]);
    }

    private static double Mean(CountedLexicon lexicon, int[] given, int word)
    {
        double sum = 0;
        foreach (int source in given)
        {
            sum += lexicon[source, word];
        }

        return sum / Math.Max(1, given.Length);
    }

    private static TwiceLinkedPair Swap(TwiceLinkedPair pair) =>
        new(pair.Target, pair.Source, [.. pair.Own.Select(Swap)], [.. pair.Prior.Select(Swap)]);

    private static ScoredLink Swap(ScoredLink scored) => scored with { Link = scored.Link.Swap() };
}
