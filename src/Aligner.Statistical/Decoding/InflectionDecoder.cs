using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Models;

namespace Aligner.Statistical.Decoding;

/// <summary>Adds to the links of another decoder those of words that an inflection expresses.</summary>
internal sealed class InflectionDecoder(IPairDecoder inner, StatisticalModel model, float threshold) : IPairDecoder
{
    public Alignment Decode(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace) =>
        DecodeWithScores(models, pair, workspace).ToAlignment();

    public ScoredAlignment DecodeWithScores(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace)
    {
        ScoredAlignment alignment = inner.DecodeWithScores(models, pair, workspace);
        IReadOnlyList<ScoredLink> links = model.Inflections.Complete(
            Words(model.SourceVocabulary, pair.Source),
            Words(model.TargetVocabulary, pair.Target),
            alignment.Links,
            threshold);
        return alignment with { Links = links };
    }

    private static string[] Words(Vocabulary vocabulary, EncodedSentence sentence) =>
        [.. Enumerable.Range(0, sentence.Length).Select(i => sentence.Word(i, vocabulary))];
}
