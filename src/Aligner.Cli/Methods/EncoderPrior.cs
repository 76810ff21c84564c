using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Statistical.Interpolation;
using Aligner.Statistical.Priors;
using Aligner.Statistical.StemLexicons;
using Aligner.Tokenization.Normalization;

namespace Aligner.Cli.Methods;

/// <summary>What an encoder and its lexicon say of the first pairs of a text, and how much it counts.</summary>
/// <param name="Odds">By <see cref="PriorTrust"/>.</param>
/// <param name="Weight">What one of its links counts; 0 if none does.</param>
/// <param name="Lexicon">What its lexicon says; null if it has none, or there is more text, which teaches more.</param>
/// <param name="Priors">Counts of the links of both.</param>
/// <param name="Links">
/// Its links pair by pair, with pairs that it did not read null, where it has read the whole text; else nothing.
/// </param>
/// <param name="Reader">Reads pairs that stay open, or all; null where it has read the whole text.</param>
internal sealed record EncoderPrior(
    double Odds,
    double Weight,
    StemLexiconPriors? Lexicon,
    AlignmentPriors Priors,
    IReadOnlyList<IReadOnlyList<ScoredLink>?> Links,
    EncoderReader? Reader = null)
{
    /// <summary>Texts of fewer pairs are small: an encoder reads them whole.</summary>
    public const int LeastLarge = 10_000;

    /// <summary>Pairs of a large text that an encoder reads: more take longer and tell no more.</summary>
    private const int SampleSize = 5_000;

    /// <summary>
    /// How many links one of the encoder counts as: so many times what the odds that it is to be trusted exceed the
    /// least ones. Fitted on dev sets.
    /// </summary>
    private const double WeightOfOdds = 2, LeastOdds = 1.0 / 3, MaxWeight = 2;

    /// <summary>
    /// The least and the most in large texts: they tell more than the sample on which the odds were measured, and set a
    /// weak prior right, which still helps with rare words.
    /// </summary>
    private const double MinWeightOfLarge = 0.1, MaxWeightOfLarge = 0.25;

    /// <summary>Nothing is known.</summary>
    public static EncoderPrior None { get; } = new(0, 0, null, AlignmentPriors.None, []);

    /// <summary>How many of the first pairs, <see cref="LeastLarge"/> at most, an encoder reads.</summary>
    public static int SampleOf(int pairs) => pairs < LeastLarge ? pairs : SampleSize;

    /// <summary>What an encoder says of a text.</summary>
    /// <param name="reader">The encoder.</param>
    /// <param name="start">All pairs of a small text, the first <see cref="LeastLarge"/> of a large one.</param>
    public static EncoderPrior Of(EncoderReader reader, IReadOnlyList<SentencePair> start)
    {
        bool isWhole = start.Count < LeastLarge;
        LinkedPair?[] linked = reader.Read([.. start.Take(SampleOf(start.Count))]);
        double odds = PriorTrust.Odds(
            [.. linked.OfType<LinkedPair>()], reader.Text, reader.MaxLength, reader.Context);
        (double least, double most) = isWhole ? (0, MaxWeight) : (MinWeightOfLarge, MaxWeightOfLarge);
        double weight = Math.Clamp(WeightOfOdds * (odds - LeastOdds), least, most);
        StemLexiconPriors? lexicon = isWhole && reader.LexiconPath is { } path
            ? StemLexiconPriors.Of(
                StemLexiconFormat.Open(path),
                [.. linked.OfType<LinkedPair>().Select(pair => pair.Tokens)],
                new WordNormalizer(reader.Text.Normalization),
                reader.Context)
            : null;
        AlignmentPriors known = lexicon?.Priors ?? AlignmentPriors.None;
        if (weight == 0)
        {
            return None with { Odds = odds, Lexicon = lexicon, Priors = known };
        }

        LinkedTextCounter counter = new();
        foreach (LinkedPair pair in linked.OfType<LinkedPair>())
        {
            counter.Add(pair.Tokens, pair.Links);
        }

        return new EncoderPrior(
            odds,
            weight,
            lexicon,
            counter.ToPriors().Scale(weight).With(known),
            isWhole ? [.. linked.Select(pair => pair?.Links)] : [],
            isWhole ? null : reader);
    }
}
