using Aligner.Core.Corpora;
using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Experts;

/// <summary>Turns the numbers of a pair back into words.</summary>
/// <param name="source">The source words of a model.</param>
/// <param name="target">Its target words.</param>
internal sealed class PairWords(Vocabulary source, Vocabulary target)
{
    /// <summary>The words of a pair.</summary>
    public TokenizedPair Of(EncodedPair pair) => new(Words(pair.Source, source), Words(pair.Target, target));

    private static string[] Words(EncodedSentence sentence, Vocabulary vocabulary) =>
        [.. Enumerable.Range(0, sentence.Length).Select(i => sentence.Word(i, vocabulary))];
}
