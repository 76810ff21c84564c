using Aligner.Core.Corpora;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Corpora;

/// <summary>Turns sentence pairs into word numbers, and counts those that no model can use.</summary>
/// <remarks>Not safe to share between threads.</remarks>
public sealed class PairEncoder
{
    private readonly SideEncoder _source;
    private readonly SideEncoder _target;
    private readonly int _maxLength;

    /// <param name="text">How lines become words.</param>
    /// <param name="sourceVocabulary">Source word types.</param>
    /// <param name="targetVocabulary">Target word types.</param>
    /// <param name="factoring">The factors that the model knows; null where only words are to be collected.</param>
    /// <param name="maxLength">
    /// Pairs with more tokens on a side are left out; from 1 to <see cref="ParallelCorpus.LongestSide"/>.
    /// </param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public PairEncoder(
        TextOptions text,
        Vocabulary sourceVocabulary,
        Vocabulary targetVocabulary,
        Factoring? factoring,
        int maxLength)
    {
        text.Validate();
        ValidateMaxLength(maxLength);
        WordNormalizer normalizer = new(text.Normalization);
        _source = new SideEncoder(normalizer, sourceVocabulary, factoring?.Source ?? []);
        _target = new SideEncoder(normalizer, targetVocabulary, factoring?.Target ?? []);
        _maxLength = maxLength;
    }

    /// <summary>Pairs with a side that has no tokens.</summary>
    public long EmptyPairs { get; private set; }

    /// <summary>Pairs with a side that has too many tokens.</summary>
    public long OverlongPairs { get; private set; }

    /// <summary>Collects all pairs in a corpus; new words join the vocabularies.</summary>
    /// <param name="text">The pairs.</param>
    /// <param name="storage">Where the text is kept.</param>
    /// <param name="cancellation">Cancels between pairs.</param>
    /// <exception cref="Core.DataException">The bitext breaks its format, or is too long.</exception>
    /// <exception cref="IOException">The bitext cannot be read, or temporary files cannot be written.</exception>
    public ParallelCorpus Collect(TrainingText text, TextStorage storage, CancellationToken cancellation)
    {
        using ParallelCorpusBuilder builder = new(_source.Vocabulary, _target.Vocabulary, storage);
        foreach (TokenizedPair pair in text.Start.Concat(text.Rest ?? []))
        {
            cancellation.ThrowIfCancellationRequested();
            bool usable = IsUsable(pair.Source.Count, pair.Target.Count);
            builder.Add(usable ? _source.AddAll(pair.Source) : [], usable ? _target.AddAll(pair.Target) : []);
        }

        return builder.Build();
    }

    /// <summary>Checks a bound of the tokens of a side.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1 or more than can be.</exception>
    internal static void ValidateMaxLength(int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxLength, ParallelCorpus.LongestSide);
    }

    /// <summary>Looks the words of a pair up.</summary>
    public EncodedPair Encode(TokenizedPair pair) => IsUsable(pair.Source.Count, pair.Target.Count)
        ? new EncodedPair(_source.FindAll(pair.Source), _target.FindAll(pair.Target))
        : default;

    private bool IsUsable(int sourceLength, int targetLength)
    {
        if (sourceLength == 0 || targetLength == 0)
        {
            EmptyPairs++;
            return false;
        }

        if (sourceLength > _maxLength || targetLength > _maxLength)
        {
            OverlongPairs++;
            return false;
        }

        return true;
    }
}
