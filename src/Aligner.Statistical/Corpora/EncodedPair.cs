using Aligner.Core.Alignments;

namespace Aligner.Statistical.Corpora;

/// <summary>A sentence pair as numbers; both sides are empty where there is nothing to align.</summary>
public readonly record struct EncodedPair(EncodedSentence Source, EncodedSentence Target)
{
    /// <summary>What samplers drew for this pair while they learned from it; null if none did.</summary>
    public ReadOnlyMemory<SampledLink>? Sampled { get; init; }

    /// <summary>Links that an encoder found; null if none has read the pair.</summary>
    public IReadOnlyList<ScoredLink>? EncoderLinks { get; init; }

    /// <summary>What is known of its words besides the model; null if nothing is.</summary>
    public PairCounts? Known { get; init; }

    /// <summary>Whether there is nothing to align.</summary>
    public bool IsEmpty => Source.Length == 0;
}
