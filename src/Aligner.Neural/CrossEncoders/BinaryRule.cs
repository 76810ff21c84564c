using Aligner.Neural.Models;

namespace Aligner.Neural.CrossEncoders;

/// <summary>
/// Every piece is linked or not, by itself; a word is as probable as its best piece (BinaryAlign: Latouche, Carbonneau
/// and Swanson 2024, section 3).
/// </summary>
internal sealed class BinaryRule : ICrossEncoderRule
{
    /// <inheritdoc />
    public HeadKind Head => HeadKind.Token;

    /// <inheritdoc />
    public string DefaultMarker => "[WORD_SEP]";

    /// <inheritdoc />
    public double DefaultThreshold => 0.5;

    /// <inheritdoc />
    public void Score(ReadOnlySpan<float> logits, int labels, ReadOnlySpan<int> words, Span<float> probabilities)
    {
        for (int piece = 0; piece < words.Length; piece++)
        {
            if (words[piece] >= 0)
            {
                ref float best = ref probabilities[words[piece]];
                best = Math.Max(best, Probability(logits.Slice(piece * labels, labels)));
            }
        }
    }

    // One label is the logit of a link; of two, the second stands for a link.
    private static float Probability(ReadOnlySpan<float> logits)
    {
        float logit = logits.Length == 1 ? logits[0] : logits[1] - logits[0];
        return 1 / (1 + MathF.Exp(-logit));
    }
}
