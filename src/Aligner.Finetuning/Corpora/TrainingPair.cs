using Aligner.Core.Alignments;

namespace Aligner.Finetuning.Corpora;

/// <summary>A sentence pair in pieces, with the links that it teaches.</summary>
public readonly ref struct TrainingPair
{
    /// <summary>The source sentence.</summary>
    public required PieceSequence Source { get; init; }

    /// <summary>The target sentence.</summary>
    public required PieceSequence Target { get; init; }

    /// <summary>Links of words with their probabilities, in any order.</summary>
    public required ReadOnlySpan<ScoredLink> Links { get; init; }
}

/// <summary>The pieces of a sentence, special ones included.</summary>
/// <param name="ids">Piece ids.</param>
/// <param name="words">0-based word of each piece, negative for special ones.</param>
/// <param name="wordCount">Number of words, those without a piece included.</param>
public readonly ref struct PieceSequence(ReadOnlySpan<int> ids, ReadOnlySpan<short> words, int wordCount)
{
    public ReadOnlySpan<int> Ids { get; } = ids;

    public ReadOnlySpan<short> Words { get; } = words;

    public int WordCount { get; } = wordCount;
}
