using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Encoders;
using Aligner.Statistical;
using Aligner.Statistical.Corpora;

namespace Aligner.Texts;

/// <summary>
/// Aligns the pairs of a large text, and lets an encoder, which is expensive, read those with many expected errors.
/// </summary>
/// <param name="aligner">Decides without the encoder's table, and again with it.</param>
/// <param name="encoder">The encoder.</param>
/// <param name="readsAll">Whether it is asked about all pairs.</param>
internal sealed class UncertainPairs(StatisticalAligner aligner, EncoderReader encoder, bool readsAll)
{
    /// <summary>
    /// A pair is uncertain if the expected number of wrong decisions about its links exceeds both bounds, in total and
    /// per word of both sides. Chosen on dev sets (docs/methods.md): the second bound saves nearly half of the reading
    /// and, on average, loses nothing.
    /// </summary>
    private const double MostErrors = 4, MostErrorsPerWord = 0.1;

    /// <summary>Pairs that are aligned together; where few of them are read, these make a batch of their own.</summary>
    public int BatchSize => readsAll ? 2048 : 16_384;

    /// <summary>How many pairs the encoder has read.</summary>
    public int ReadCount { get; private set; }

    /// <summary>Whether the encoder is asked about all pairs.</summary>
    public bool ReadsAll => readsAll;

    /// <summary>Whether the encoder is asked about a pair with so many words on both sides.</summary>
    /// <param name="words">The number of words.</param>
    /// <param name="errors">How many decisions about its links are expected to be wrong.</param>
    public static bool IsUncertain(int words, double errors) =>
        errors > MostErrors && errors > MostErrorsPerWord * words;

    /// <summary>The links of pairs, and their probabilities.</summary>
    public IReadOnlyList<ScoredAlignment> Align(EncodedPair[] pairs, CancellationToken cancellation)
    {
        if (readsAll)
        {
            return AlignRead(pairs, cancellation);
        }

        ScoredAlignment[] alignments = [.. aligner.Align(pairs.Length, k => pairs[k], cancellation)];
        int[] uncertain = [.. Enumerable.Range(0, pairs.Length)
            .Where(k => IsUncertain(
                pairs[k].Source.Length + pairs[k].Target.Length, alignments[k].ExpectedErrors))];
        IReadOnlyList<ScoredAlignment> read =
            AlignRead([.. uncertain.Select(k => pairs[k])], cancellation);
        foreach ((int k, ScoredAlignment alignment) in uncertain.Zip(read))
        {
            alignments[k] = alignment;
        }

        return alignments;
    }

    /// <summary>Pairs with the links that the encoder finds in them.</summary>
    public EncodedPair[] Read(EncodedPair[] pairs, CancellationToken cancellation)
    {
        TokenizedPair[] words = [.. pairs.Select(aligner.Words)];
        IReadOnlyList<ScoredLink>?[] read = encoder.Read(words, int.MaxValue, cancellation);
        ReadCount += pairs.Length;
        return [.. pairs.Zip(read, (pair, links) => pair with { EncoderLinks = links })];
    }

    private IReadOnlyList<ScoredAlignment> AlignRead(EncodedPair[] pairs, CancellationToken cancellation)
    {
        EncodedPair[] read = Read(pairs, cancellation);
        return aligner.Align(read.Length, k => read[k], cancellation);
    }
}
