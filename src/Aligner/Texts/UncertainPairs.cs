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

    /// <summary>The links of pairs, and their probabilities.</summary>
    public IReadOnlyList<ScoredAlignment> Align(EncodedPair[] pairs, CancellationToken cancellation)
    {
        if (readsAll)
        {
            return Read(pairs, cancellation);
        }

        ScoredAlignment[] alignments = [.. aligner.Align(pairs.Length, k => pairs[k], cancellation)];
        int[] uncertain = [.. Enumerable.Range(0, pairs.Length)
            .Where(k => IsUncertain(pairs[k], alignments[k].ExpectedErrors))];
        IReadOnlyList<ScoredAlignment> read = Read([.. uncertain.Select(k => pairs[k])], cancellation);
        foreach ((int k, ScoredAlignment alignment) in uncertain.Zip(read))
        {
            alignments[k] = alignment;
        }

        return alignments;
    }

    private static bool IsUncertain(EncodedPair pair, double errors) =>
        errors > MostErrors && errors > MostErrorsPerWord * (pair.Source.Length + pair.Target.Length);

    private IReadOnlyList<ScoredAlignment> Read(EncodedPair[] pairs, CancellationToken cancellation)
    {
        TokenizedPair[] words = [.. pairs.Select(aligner.Words)];
        IReadOnlyList<ScoredLink>?[] read = encoder.Read(words, int.MaxValue, cancellation);
        ReadCount += pairs.Length;
        return aligner.Align(pairs.Length, k => pairs[k] with { EncoderLinks = read[k] }, cancellation);
    }
}
