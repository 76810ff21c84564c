using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Lexicon;

/// <summary>
/// The word pairs of an index by a factor of the words. A row is the entries of all source words that have the same
/// value, so no factor needs an index of its own.
/// </summary>
internal sealed class FactoredPairs
{
    private readonly int[] _sourceValues;
    private readonly int[] _targetValues;
    private readonly int[] _words;
    private readonly int[] _rowStarts;

    private FactoredPairs(
        CooccurrenceIndex index, Vocabulary source, Vocabulary target, int[] sourceValues, int[] targetValues)
    {
        Index = index;
        (Source, Target) = (source, target);
        (_sourceValues, _targetValues) = (sourceValues, targetValues);
        _words = [.. Enumerable.Range(0, sourceValues.Length)];
        _rowStarts = new int[source.Count + 1];
        foreach (int value in sourceValues)
        {
            _rowStarts[value + 1]++;
        }

        for (int row = 0; row < source.Count; row++)
        {
            _rowStarts[row + 1] += _rowStarts[row];
        }

        int[] next = _rowStarts[..^1];
        for (int word = 0; word < sourceValues.Length; word++)
        {
            _words[next[sourceValues[word]]++] = word;
        }
    }

    /// <summary>The word pairs.</summary>
    public CooccurrenceIndex Index { get; }

    /// <summary>The values of source words, each a row.</summary>
    public Vocabulary Source { get; }

    /// <summary>The values of target words.</summary>
    public Vocabulary Target { get; }

    /// <summary>The words as they are, then each factor.</summary>
    public static IReadOnlyList<FactoredPairs> All(CooccurrenceIndex index, Factoring factoring) =>
    [
        OfWords(index),
        .. factoring.Source.Zip(factoring.Target, (source, target) =>
            new FactoredPairs(index, source.Values, target.Values, Values(source), Values(target))),
    ];

    /// <summary>The words as they are.</summary>
    public static FactoredPairs OfWords(CooccurrenceIndex index)
    {
        (Vocabulary source, Vocabulary target) = (index.Corpus.SourceVocabulary, index.Corpus.TargetVocabulary);
        return new FactoredPairs(
            index, source, target, [.. Enumerable.Range(0, source.Count)], [.. Enumerable.Range(0, target.Count)]);
    }

    /// <summary>The source words of a row, ascending.</summary>
    public ReadOnlySpan<int> Words(int row) => _words.AsSpan(_rowStarts[row].._rowStarts[row + 1]);

    /// <summary>The value of each source word.</summary>
    public ReadOnlySpan<int> SourceValues => _sourceValues;

    /// <summary>The value of each target word.</summary>
    public ReadOnlySpan<int> TargetValues => _targetValues;

    private static int[] Values(WordFactor factor) => [.. Enumerable.Range(0, factor.WordCount).Select(factor.Of)];
}
