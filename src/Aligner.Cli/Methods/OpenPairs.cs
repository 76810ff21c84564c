using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Statistical;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Models;

namespace Aligner.Cli.Methods;

/// <summary>Aligns pairs again, with what an encoder says of them as evidence, that a model leaves open.</summary>
/// <param name="aligner">Aligns by the model.</param>
/// <param name="model">The model; an encoder takes its words for those of the text.</param>
/// <param name="reader">The encoder.</param>
internal sealed class OpenPairs(StatisticalAligner aligner, StatisticalModel model, EncoderReader reader)
{
    /// <summary>
    /// A pair is open if more decisions about its links are expected to be wrong, both in all and for each of its words.
    /// Chosen on dev sets, where reading more pairs gains little: long pairs with few errors for their length take most
    /// of the time.
    /// </summary>
    private const double MostErrors = 4, MostErrorsOfWord = 0.1;

    /// <summary>The number of pairs that were open.</summary>
    public int Count { get; private set; }

    /// <summary>The links of pairs, and their probabilities.</summary>
    public IReadOnlyList<ScoredAlignment> AlignWithScores(EncodedPair[] pairs, CancellationToken cancellation)
    {
        ScoredAlignment[] alignments = [.. aligner.AlignWithScores(pairs, cancellation)];
        int[] open =
            [.. Enumerable.Range(0, pairs.Length).Where(k => IsOpen(pairs[k], alignments[k].ExpectedErrors))];
        Count += open.Length;
        IReadOnlyList<ScoredAlignment> read = reader.Read([.. open.Select(k => Words(pairs[k]))]);
        EncodedPair[] known = [.. open.Zip(read, (k, evidence) => pairs[k] with { Prior = evidence.Links })];
        foreach ((int k, ScoredAlignment alignment) in open.Zip(aligner.AlignWithScores(known, cancellation)))
        {
            alignments[k] = alignment;
        }

        return alignments;
    }

    private static bool IsOpen(EncodedPair pair, double errors) =>
        errors > MostErrors && errors > MostErrorsOfWord * (pair.Source.Length + pair.Target.Length);

    private TokenizedPair Words(EncodedPair pair) =>
        new(Words(pair.Source, model.SourceVocabulary), Words(pair.Target, model.TargetVocabulary));

    private static string[] Words(EncodedSentence sentence, Vocabulary vocabulary) =>
        [.. Enumerable.Range(0, sentence.Length).Select(i => sentence.Word(i, vocabulary))];
}
