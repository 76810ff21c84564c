using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Encoders;
using Aligner.Statistical.Interpolation;
using Aligner.Statistical.Priors;
using Aligner.Statistical.PriorSources;
using Aligner.Statistical.StemLexicons;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;

namespace Aligner.Texts;

/// <summary>The links of an encoder and its lexicon for the first pairs of a text, and their weight.</summary>
/// <param name="PairCount">How many pairs the encoder has read.</param>
/// <param name="Odds">Ratio of held-out words that the encoder's links predict (<see cref="PriorTrust"/>).</param>
/// <param name="Weight">The weight of one of its links; 0 if they are ignored.</param>
/// <param name="Lexicon">The word pairs that its lexicon knows; null without a lexicon, and for large texts.</param>
/// <param name="Languages">
/// The language pair of the text among those that the lexicon knows; null if it is none of them, or without a lexicon.
/// </param>
/// <param name="Priors">Counts of the links of both.</param>
/// <param name="Links">
/// Its links pair by pair, null for pairs that are too long, where it has read the whole text; otherwise none.
/// </param>
public sealed record EncoderPrior(
    int PairCount,
    double Odds,
    double Weight,
    StemLexiconPriors? Lexicon,
    string? Languages,
    AlignmentPriors Priors,
    IReadOnlyList<IReadOnlyList<ScoredLink>?> Links)
{
    /// <summary>The stage of <see cref="TrainingProgress"/> in which the encoder reads; it counts pairs.</summary>
    public const string Stage = "encoder";

    /// <summary>Texts of fewer pairs are small: an encoder reads them whole.</summary>
    public const int LeastLarge = 10_000;

    /// <summary>Pairs of a large text that an encoder reads; more take longer and gain nothing.</summary>
    private const int SampleSize = 5_000;

    /// <summary>One of so many pairs of the sample of a large text tells its languages.</summary>
    private const int LanguageStep = 100;

    /// <summary>weight = clamp(2 · (odds − 1/3), 0, 2), fitted on dev sets.</summary>
    private const double WeightOfOdds = 2, LeastOdds = 1.0 / 3, MaxWeight = 2;

    /// <summary>
    /// Large texts override a poor prior, and a weak one still helps with rare words, so the weight is clamped to this
    /// range.
    /// </summary>
    private const double MinWeightOfLarge = 0.1, MaxWeightOfLarge = 0.25;

    /// <summary>Nothing is known.</summary>
    public static EncoderPrior None { get; } = new(0, 0, 0, null, null, AlignmentPriors.None, []);

    /// <summary>Lets an encoder read a text, and weighs its links.</summary>
    /// <param name="encoder">The encoder.</param>
    /// <param name="start">All pairs of a small text, the first <see cref="LeastLarge"/> of a large one.</param>
    /// <param name="plan">How words and pairs are treated.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static EncoderPrior Of(
        EncoderReader encoder, IReadOnlyList<TokenizedPair> start, TextPlan plan, TrainingContext context)
    {
        bool isWhole = start.Count < LeastLarge;
        TokenizedPair[] pairs = [.. start.Take(isWhole ? start.Count : SampleSize)];
        IReadOnlyList<ScoredLink>?[] links = encoder.Read(
            pairs,
            plan.MaxLength,
            context.Cancellation,
            done => context.Progress?.Report(new TrainingProgress(Stage, done, pairs.Length)));
        LinkedPair[] linked =
        [
            .. pairs.Zip(links).Where(pair => pair.Second is not null)
                .Select(pair => new LinkedPair(pair.First, pair.Second!)),
        ];
        double odds = PriorTrust.Odds(linked, plan.Text, plan.MaxLength, new TrainingContext
        {
            Threads = context.Threads,
            Cancellation = context.Cancellation,
        });
        double weight = Math.Clamp(
            WeightOfOdds * (odds - LeastOdds),
            isWhole ? 0 : MinWeightOfLarge,
            isWhole ? MaxWeight : MaxWeightOfLarge);
        StemLexiconPriors? found = encoder.LexiconPath is { } path
            ? StemLexiconPriors.Of(
                StemLexiconFormat.Open(path),
                [.. linked.Where((_, k) => isWhole || k % LanguageStep == 0).Select(pair => pair.Tokens)],
                new WordNormalizer(plan.Text.Normalization),
                context)
            : null;
        StemLexiconPriors? lexicon = isWhole ? found : null;
        AlignmentPriors known = lexicon?.Priors ?? AlignmentPriors.None;
        return new EncoderPrior(
            pairs.Length,
            odds,
            weight,
            lexicon,
            found?.Languages,
            weight == 0 ? known : Count(linked).Scale(weight).With(known),
            isWhole && weight > 0 ? links : []);
    }

    private static AlignmentPriors Count(IEnumerable<LinkedPair> linked)
    {
        LinkedTextCounter counter = new();
        foreach (LinkedPair pair in linked)
        {
            counter.Add(pair.Tokens, pair.Links);
        }

        return counter.ToPriors();
    }
}
