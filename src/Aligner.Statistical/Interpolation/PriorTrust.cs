using Aligner.Combination.Deciders;
using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Interpolation;

/// <summary>
/// Measures how well another aligner's links predict held-out text, relative to links learned from the text. An encoder
/// that never saw a language is as confident as elsewhere, but the words that it links in one half of a text do not
/// co-occur in the other half. Repeated lines inflate the predictions of the text itself.
/// </summary>
public static class PriorTrust
{
    /// <summary>More would not change the weights.</summary>
    private const int MaxHeldOut = 1000;

    /// <summary>Pseudo-counts of explained words: by the text, and by the other links, mostly the better
    /// ones.</summary>
    private const double OwnWords = 5, PriorWords = 10;

    /// <summary>
    /// Ratio of held-out words explained by the other aligner's lexicon to those explained by ours (two-fold: each
    /// half of the text is held out once).
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
            StatisticalMethods.Get(StatisticalMethods.Best),
            new MethodSettings { Quality = Quality.Fast },
            text,
            maxLength,
            new TrainingText([.. pairs.Select(pair => pair.Tokens)]),
            context);
        return new StatisticalAligner(result.Model, MergeOptions.Sure, context.Threads)
            .Align(pairs.Length, result.Pair, context.Cancellation);
    }

    private static int[] Number(IReadOnlyList<string> words, Vocabulary vocabulary) =>
        [.. words.Select(word => vocabulary.Add(word.ToLowerInvariant()))];
}
