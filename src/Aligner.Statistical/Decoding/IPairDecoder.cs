using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Decoding;

/// <summary>Makes one alignment of what the models of both directions say about a pair.</summary>
public interface IPairDecoder
{
    /// <summary>The links of a pair; neither side is empty.</summary>
    Alignment Decode(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace);

    /// <summary>The same links with their probabilities and the score of the pair.</summary>
    ScoredAlignment DecodeWithScores(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace);
}
