using Aligner.Tokenization.Subwords;

namespace Aligner.Cli.Hosting;

/// <summary>The warnings about what was not aligned, each of which counts.</summary>
internal static class LeftOut
{
    /// <summary>Says of how many sentences the encoder read only a part.</summary>
    public static void WarnOfCut(Messages messages, int sentences)
    {
        if (sentences > 0)
        {
            messages.Warn($"sentences of which the encoder read only the beginnings of words: {sentences} "
                + $"(more than {PieceBounds.Default.PiecesOfWord} pieces in a word, or "
                + $"{PieceBounds.Default.PiecesOfSentence} in a sentence)");
        }
    }

    /// <summary>Says how many pairs have no links because of their length.</summary>
    public static void Warn(Messages messages, long emptyPairs, long overlongPairs, int maxLength)
    {
        string empty = $"{emptyPairs} with an empty side";
        string overlong = $"{overlongPairs} with more than {maxLength} tokens on a side (--max-length)";
        string? what = (emptyPairs, overlongPairs) switch
        {
            (0, 0) => null,
            (_, 0) => empty,
            (0, _) => overlong,
            _ => $"{empty}, {overlong}",
        };
        if (what is not null)
        {
            messages.Warn($"pairs left without links: {what}");
        }
    }
}
