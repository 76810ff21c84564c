using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Statistical;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Models;

namespace Aligner.Cli.Methods;

/// <summary>
/// Aligns pairs with what an encoder says of them as evidence: those that a model leaves open, or all.
/// </summary>
/// <param name="aligner">Aligns by the model.</param>
/// <param name="model">The model; an encoder takes its words for those of the text.</param>
/// <param name="reader">The encoder.</param>
/// <param name="readsAll">Whether it reads all pairs.</param>
internal sealed class OpenPairs(
    StatisticalAligner aligner, StatisticalModel model, EncoderReader reader, bool readsAll)
{
    /// <summary>
    /// A pair is open if more decisions about its links are expected to be wrong, in all and on average for each word
    /// of both sides. Chosen on dev sets: the second bound saves nearly half of the reading and, on average, loses
    /// nothing.
    /// </summary>
    private const double MostErrors = 4, MostErrorsPerWord = 0.1;

    private int _openCount;

    /// <summary>Pairs that are aligned together; where few of them are read, these make a batch of their own.</summary>
    public int BatchSize => readsAll ? AlignRun.BatchSize : 8 * AlignRun.BatchSize;

    /// <summary>What the encoder has read.</summary>
    public string Summary => readsAll
        ? "the encoder read all pairs"
        : $"the encoder read {_openCount} {(_openCount == 1 ? "pair that was" : "pairs that were")} open";

    /// <summary>The links of pairs, and their probabilities.</summary>
    public IReadOnlyList<ScoredAlignment> AlignWithScores(EncodedPair[] pairs, CancellationToken cancellation)
    {
        if (readsAll)
        {
            return Read(pairs, cancellation);
        }

        ScoredAlignment[] alignments = [.. aligner.AlignWithScores(pairs, cancellation)];
        int[] open =
            [.. Enumerable.Range(0, pairs.Length).Where(k => IsOpen(pairs[k], alignments[k].ExpectedErrors))];
        _openCount += open.Length;
        foreach ((int k, ScoredAlignment alignment) in open.Zip(Read([.. open.Select(k => pairs[k])], cancellation)))
        {
            alignments[k] = alignment;
        }

        return alignments;
    }

    private static bool IsOpen(EncodedPair pair, double errors) =>
        errors > MostErrors && errors > MostErrorsPerWord * (pair.Source.Length + pair.Target.Length);

    private IReadOnlyList<ScoredAlignment> Read(EncodedPair[] pairs, CancellationToken cancellation)
    {
        IReadOnlyList<ScoredAlignment> read = reader.Read([.. pairs.Select(Words)]);
        return aligner.AlignWithScores(
            [.. pairs.Zip(read, (pair, evidence) => pair with { Prior = evidence.Links })], cancellation);
    }

    private TokenizedPair Words(EncodedPair pair) =>
        new(Words(pair.Source, model.SourceVocabulary), Words(pair.Target, model.TargetVocabulary));

    private static string[] Words(EncodedSentence sentence, Vocabulary vocabulary) =>
        [.. Enumerable.Range(0, sentence.Length).Select(i => sentence.Word(i, vocabulary))];
}
