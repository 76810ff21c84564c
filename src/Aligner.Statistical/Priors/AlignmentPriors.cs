namespace Aligner.Statistical.Priors;

/// <summary>
/// What is known of a language pair before a text is read, in pseudo-counts: as if so many links and jumps had been
/// seen already.
/// </summary>
/// <param name="Words">Counts of word pairs; a pair may come more than once.</param>
/// <param name="ForwardJumps">Counts of jumps between the source words of neighboring target words, by width.</param>
/// <param name="ReverseJumps">Counts of jumps between the target words of neighboring source words, by width.</param>
public sealed record AlignmentPriors(
    IReadOnlyList<WordPairPrior> Words,
    IReadOnlyDictionary<int, double> ForwardJumps,
    IReadOnlyDictionary<int, double> ReverseJumps)
{
    /// <summary>Nothing is known.</summary>
    public static AlignmentPriors None { get; } =
        new([], new Dictionary<int, double>(), new Dictionary<int, double>());

    /// <summary>Both priors together.</summary>
    public AlignmentPriors With(AlignmentPriors other) => new(
        [.. Words, .. other.Words],
        Sum(ForwardJumps, other.ForwardJumps),
        Sum(ReverseJumps, other.ReverseJumps));

    /// <summary>All counts times <paramref name="weight"/>.</summary>
    public AlignmentPriors Scale(double weight) => new(
        [.. Words.Select(pair => pair with { Count = pair.Count * weight })],
        ForwardJumps.ToDictionary(jump => jump.Key, jump => jump.Value * weight),
        ReverseJumps.ToDictionary(jump => jump.Key, jump => jump.Value * weight));

    private static Dictionary<int, double> Sum(
        IReadOnlyDictionary<int, double> one, IReadOnlyDictionary<int, double> other) =>
        one.Concat(other)
            .GroupBy(jump => jump.Key)
            .ToDictionary(jump => jump.Key, jump => jump.Sum(item => item.Value));
}

/// <summary>A word pair that is known to be linked.</summary>
/// <param name="Source">The source word.</param>
/// <param name="Target">The target word.</param>
/// <param name="Count">How many links it is worth.</param>
public readonly record struct WordPairPrior(string Source, string Target, double Count);
