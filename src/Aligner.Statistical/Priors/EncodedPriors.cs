using Aligner.Statistical.Corpora;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Priors;

/// <summary>Priors by the numbers of their words.</summary>
/// <param name="Words">Each word pair once, by source and target word.</param>
/// <param name="ForwardJumps">Counts of jumps by width.</param>
/// <param name="ReverseJumps">The same of the reverse direction.</param>
internal sealed record EncodedPriors(
    IReadOnlyList<WordPairCount> Words,
    IReadOnlyDictionary<int, double> ForwardJumps,
    IReadOnlyDictionary<int, double> ReverseJumps)
{
    public static EncodedPriors None { get; } =
        new([], AlignmentPriors.None.ForwardJumps, AlignmentPriors.None.ReverseJumps);

    /// <summary>Numbers the words as the text's own; new ones are added to the vocabularies.</summary>
    public static EncodedPriors Encode(
        AlignmentPriors priors, WordNormalizer normalizer, Vocabulary source, Vocabulary target) => new(
        Merge(priors.Words.Select(pair => new WordPairCount(
            source.Add(normalizer.Normalize(pair.Source)), target.Add(normalizer.Normalize(pair.Target)), pair.Count))),
        priors.ForwardJumps,
        priors.ReverseJumps);

    /// <summary>The priors of the reverse direction.</summary>
    public EncodedPriors Swap() => new(
        Merge(Words.Select(pair => new WordPairCount(pair.Target, pair.Source, pair.Count))),
        ReverseJumps,
        ForwardJumps);

    /// <summary>The word pairs for each factor, those of the words first.</summary>
    public IReadOnlyList<IReadOnlyList<WordPairCount>> ByFactor(Factoring factoring) =>
        [Words, .. factoring.Source.Zip(factoring.Target, Map)];

    private WordPairCount[] Map(WordFactor source, WordFactor target) =>
        Merge(Words.Select(pair => pair with { Source = source.Of(pair.Source), Target = target.Of(pair.Target) }));

    private static WordPairCount[] Merge(IEnumerable<WordPairCount> pairs) =>
    [
        .. pairs.GroupBy(pair => (pair.Source, pair.Target))
            .Select(group => new WordPairCount(group.Key.Source, group.Key.Target, group.Sum(pair => pair.Count)))
            .OrderBy(pair => pair.Source)
            .ThenBy(pair => pair.Target),
    ];
}
