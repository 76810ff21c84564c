using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Decoding;
using Aligner.Statistical.Training;
using Aligner.Tokenization;

namespace Aligner.Statistical.Interpolation;

/// <summary>
/// How much the links of another aligner say of a text beside what the text says itself. An encoder that never saw a
/// language gives links as confidently as others; but the words that they link in one half of a text do not come
/// together in the other. Lines that come again and again make a text seem to tell more than it does.
/// </summary>
public static class PriorTrust
{
    /// <summary>More would not change the weights.</summary>
    private const int MaxHeldOut = 1000;

    /// <summary>Words that count as explained by the text and, as encoders mostly do, by the other links.</summary>
    private const double OwnWords = 5, PriorWords = 10;

    /// <summary>
    /// Of the words of each half of a text, those that links of the other aligner in the other half explain, for one
    /// that links of a statistical aligner trained on the other half explain.
    /// </summary>
    /// <param name="pairs">Pairs of the text with the links of the other aligner.</param>
    /// <param name="text">How lines become words.</param>
    /// <param name="maxLength">Pairs with more tokens on a side are left out.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static double Odds(
        IReadOnlyList<LinkedPair> pairs, TextOptions text, int maxLength, TrainingContext context)
    {
        Vocabulary source = new();
        Vocabulary target = new();
        TwiceLinkedPair[] even = LinkAgain([.. pairs.Where((_, place) => place % 2 == 0)]);
        TwiceLinkedPair[] odd = LinkAgain([.. pairs.Where((_, place) => place % 2 != 0)]);
        (double ownOfOdd, double priorOfOdd) = DeletedInterpolation.Explain(even, [.. odd.Take(MaxHeldOut)]);
        (double ownOfEven, double priorOfEven) = DeletedInterpolation.Explain(odd, [.. even.Take(MaxHeldOut)]);
        return (PriorWords + priorOfOdd + priorOfEven) / (OwnWords + ownOfOdd + ownOfEven);

        TwiceLinkedPair[] LinkAgain(LinkedPair[] half)
        {
            IReadOnlyList<ScoredAlignment> own = TrainAndAlign(half, text, maxLength, context);
            return [.. half.Zip(own, (pair, alignment) => new TwiceLinkedPair(
                Number(pair.Tokens.Source, source),
                Number(pair.Tokens.Target, target),
                alignment.Links,
                pair.Links))];
        }
    }

    private static IReadOnlyList<ScoredAlignment> TrainAndAlign(
        LinkedPair[] pairs, TextOptions text, int maxLength, TrainingContext context)
    {
        TrainingResult result = StatisticalTrainer.Train(
            StatisticalMethods.Get("statistical"),
            new MethodSettings { Quality = Quality.Fast },
            text,
            maxLength,
            new ListBitextReader("half of the text", [.. pairs.Select(pair => pair.Text)]),
            context);
        return new StatisticalAligner(result.Model, DecodingOptions.Sure, context.Threads)
            .AlignWithScores([.. Enumerable.Range(0, pairs.Length).Select(result.Pair)], context.Cancellation);
    }

    private static int[] Number(IReadOnlyList<string> words, Vocabulary vocabulary) =>
        [.. words.Select(word => vocabulary.Add(word.ToLowerInvariant()))];
}
