using Aligner.Neural.Models;

namespace Aligner.Neural.CrossEncoders;

/// <summary>What the head of a cross-encoder says of the words that a marked word may be linked with.</summary>
/// <remarks>Safe to share between threads.</remarks>
public interface ICrossEncoderRule
{
    /// <summary>The head that the rule reads.</summary>
    HeadKind Head { get; }

    /// <summary>The marker before and after the marked word, by default.</summary>
    string DefaultMarker { get; }

    /// <summary>The default threshold for the mean of both directions.</summary>
    double DefaultThreshold { get; }

    /// <summary>Raises the probabilities of words to those of a run of the encoder.</summary>
    /// <param name="logits">Pieces of the sequence × labels.</param>
    /// <param name="labels">Labels of the head.</param>
    /// <param name="words">
    /// For each piece of the sequence the 0-based word of the other sentence, −1 for all else.
    /// </param>
    /// <param name="probabilities">One for each word of the other sentence.</param>
    void Score(ReadOnlySpan<float> logits, int labels, ReadOnlySpan<int> words, Span<float> probabilities);
}
