using System.Numerics.Tensors;
using Aligner.Core.Numerics;
using Aligner.Neural.Models;

namespace Aligner.Neural.CrossEncoders;

/// <summary>
/// The marked word asks a question whose answer is a span of the other sentence, all of whose words are linked with the
/// probability of the span, start times end; or no word, if the empty answer at the first piece is more probable
/// (Nagata, Chousa and Nishino 2020, section 3; WSPAlign: Wu, Nagata and Tsuruoka 2023).
/// </summary>
internal sealed class SpanRule : ICrossEncoderRule
{
    /// <inheritdoc />
    public HeadKind Head => HeadKind.Span;

    /// <inheritdoc />
    public string DefaultMarker => "¶";

    /// <inheritdoc />
    public double DefaultThreshold => 0.4;

    /// <inheritdoc />
    public void Score(ReadOnlySpan<float> logits, int labels, ReadOnlySpan<int> words, Span<float> probabilities)
    {
        (float[] starts, float[] ends) = (new float[words.Length], new float[words.Length]);
        for (int piece = 0; piece < words.Length; piece++)
        {
            (starts[piece], ends[piece]) = (logits[piece * labels], logits[(piece * labels) + 1]);
        }

        Softmax(starts);
        Softmax(ends);
        (int first, int last, float probability) = Best(starts, ends, words);
        if (probability <= starts[0] * ends[0])
        {
            return;
        }

        for (int piece = first; piece <= last; piece++)
        {
            ref float best = ref probabilities[words[piece]];
            best = Math.Max(best, probability);
        }
    }

    /// <summary>The most probable span; a span ends where it starts or later, so one pass suffices.</summary>
    private static (int First, int Last, float Probability) Best(float[] starts, float[] ends, ReadOnlySpan<int> words)
    {
        (int First, int Last, float Probability) best = (0, -1, 0);
        int start = -1;
        for (int piece = 0; piece < words.Length; piece++)
        {
            if (words[piece] < 0)
            {
                continue;
            }

            start = start < 0 || starts[piece] > starts[start] ? piece : start;
            float probability = starts[start] * ends[piece];
            best = probability > best.Probability ? (start, piece, probability) : best;
        }

        return best;
    }

    private static void Softmax(float[] logits)
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max<float>(logits), logits);
        TensorPrimitives.Exp<float>(logits, logits);
        TensorPrimitives.Divide(logits, OrderedSums.Sum(logits), logits);
    }
}
