using Aligner.Statistical.Corpora;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Priors;

/// <summary>Priors by the numbers of their words.</summary>
/// <param name="Words">Each word pair once, by source and target word.</param>
/// <param name="ForwardJumps">Counts of jumps by width.</param>
/// <param name="ReverseJumps">The same of the reverse direction.</param>
internal sealed record EncodedPriors(
    IReadOnlyList<EncodedPriors.WordPair> Words,
    IReadOnlyDictionary<int, double> ForwardJumps,
    IReadOnlyDictionary<int, double> ReverseJumps)
{
    public static EncodedPriors None { get; } =
        new([], AlignmentPriors.None.ForwardJumps, AlignmentPriors.None.ReverseJumps);

    /// <summary>Numbers the words as the text's own; new ones are added to the vocabularies.</summary>
    public static EncodedPriors Encode(
        AlignmentPriors priors, WordNormalizer normalizer, Vocabulary source, Vocabulary target) => new(
        Merge(priors.Words.Select(pair => new WordPair(
            source.Add(normalizer.Normalize(pair.Source)), target.Add(normalizer.Normalize(pair.Target)), pair.Count))),
        priors.ForwardJumps,
        priors.ReverseJumps);

    /// <summary>The priors of the reverse direction.</summary>
    public EncodedPriors Swap() => new(
        Merge(Words.Select(pair => new WordPair(pair.Target, pair.Source, pair.Count))), ReverseJumps, ForwardJumps);

    /// <summary>The word pairs with a factor of each word in its place.</summary>
    public IReadOnlyList<WordPair> Map(WordFactor source, WordFactor target) =>
        Merge(Words.Select(pair => pair with { Source = source.Of(pair.Source), Target = target.Of(pair.Target) }));

    private static WordPair[] Merge(IEnumerable<WordPair> pairs) =>
    [
        .. pairs.GroupBy(pair => (pair.Source, pair.Target))
            .Select(group => new WordPair(group.Key.Source, group.Key.Target, group.Sum(pair => pair.Count)))
            .OrderBy(pair => pair.Source)
            .ThenBy(pair => pair.Target),
    ];

    /// <param name="Source">Number of the source word.</param>
    /// <param name="Target">Number of the target word.</param>
    /// <param name="Count">Its pseudo-count.</param>
    internal readonly record struct WordPair(int Source, int Target, double Count);
}
