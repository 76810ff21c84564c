using Aligner.Cli.Options;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Neural.Embeddings;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Similarity;
using Aligner.Similarity.Extraction;
using Aligner.Statistical.Interpolation;
using Aligner.Statistical.Priors;
using Aligner.Statistical.StemLexicons;
using Aligner.Statistical.Training;
using Aligner.Tokenization;
using Aligner.Tokenization.Normalization;

namespace Aligner.Cli.Methods;

/// <summary>What an encoder and its lexicon say of the first pairs of a text, and how much it counts.</summary>
/// <param name="Odds">By <see cref="PriorTrust"/>.</param>
/// <param name="Weight">What one of its links counts; 0 if none does.</param>
/// <param name="Lexicon">What its lexicon says; null if it has none, or there is more text, which teaches more.</param>
/// <param name="Priors">Counts of the links of both.</param>
/// <param name="Links">
/// Its links pair by pair, with pairs that it did not read null, where they are to be evidence; else nothing.
/// </param>
internal sealed record EncoderPrior(
    double Odds,
    double Weight,
    StemLexiconPriors? Lexicon,
    AlignmentPriors Priors,
    IReadOnlyList<IReadOnlyList<ScoredLink>?> Links)
{
    /// <summary>Pairs that an encoder reads: enough to know the words of a language pair.</summary>
    public const int SampleSize = 10_000;

    /// <summary>
    /// How many links one of the encoder counts as: so many times what the odds that it is to be trusted exceed the
    /// least ones. Fitted on dev sets.
    /// </summary>
    private const double WeightOfOdds = 2, LeastOdds = 1.0 / 3, MaxWeight = 2;

    /// <summary>
    /// The least and the most where the sample is full, as there mostly is more text: it tells more than the sample on
    /// which the odds were measured, and sets a weak prior right, which still helps with rare words.
    /// </summary>
    private const double MinWeightOfLarge = 0.1, MaxWeightOfLarge = 0.25;

    /// <summary>Less probable links of the encoder do not count.</summary>
    private const double Threshold = 0.1;

    /// <summary>Nothing is known.</summary>
    public static EncoderPrior None { get; } = new(0, 0, null, AlignmentPriors.None, []);

    /// <summary>Lets an encoder align pairs.</summary>
    /// <param name="encoder">A model that says how links are extracted.</param>
    /// <param name="session">How it runs.</param>
    /// <param name="pairs">The first pairs of a text, <see cref="SampleSize"/> at most.</param>
    /// <param name="text">How lines become words.</param>
    /// <param name="maxLength">Pairs with more tokens on a side are left out.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static EncoderPrior Of(
        ModelFolder encoder,
        SessionSettings session,
        IReadOnlyList<SentencePair> pairs,
        TextOptions text,
        int maxLength,
        TrainingContext context)
    {
        LinkedPair?[] linked = Link(encoder, session, pairs, text, maxLength, context);
        double odds = PriorTrust.Odds([.. linked.OfType<LinkedPair>()], text, maxLength, context);
        bool isWhole = pairs.Count < SampleSize;
        (double least, double most) = isWhole ? (0, MaxWeight) : (MinWeightOfLarge, MaxWeightOfLarge);
        double weight = Math.Clamp(WeightOfOdds * (odds - LeastOdds), least, most);
        StemLexiconPriors? lexicon = isWhole && encoder.LexiconPath is { } path
            ? StemLexiconPriors.Of(
                StemLexiconFormat.Open(path),
                [.. linked.OfType<LinkedPair>().Select(pair => pair.Tokens)],
                new WordNormalizer(text.Normalization))
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
            isWhole ? [.. linked.Select(pair => pair?.Links)] : []);
    }

    private static LinkedPair?[] Link(
        ModelFolder encoder,
        SessionSettings session,
        IReadOnlyList<SentencePair> pairs,
        TextOptions text,
        int maxLength,
        TrainingContext context)
    {
        LinkSettings links = encoder.Manifest.Links!;
        Func<SentencePair, TokenizedPair> split = TokenizerBundle.Splitter(text);
        using ContextualEmbedder embedder = new(
            encoder, new EncoderOptions { Session = session }, new WordNormalizer(text.Normalization));
        SimilarityAligner aligner = new(
            [embedder],
            LinkExtractors.Get(links.Extract).Create(links.Extraction with { Threshold = Threshold }),
            new SimilarityOptions { Level = links.Level, Measure = links.Measure, Distortion = links.Distortion },
            context.Threads);
        LinkedPair?[] linked = new LinkedPair?[pairs.Count];
        foreach (int[] batch in Enumerable.Range(0, pairs.Count).Chunk(AlignRun.BatchSize))
        {
            (int Place, TokenizedPair Tokens)[] read = [.. batch
                .Select(place => (Place: place, Tokens: split(pairs[place])))
                .Where(pair => Math.Max(pair.Tokens.Source.Count, pair.Tokens.Target.Count) <= maxLength)];
            IReadOnlyList<ScoredAlignment> alignments =
                aligner.AlignWithScores([.. read.Select(pair => pair.Tokens)], context.Cancellation);
            foreach (((int place, TokenizedPair tokens), ScoredAlignment alignment) in read.Zip(alignments))
            {
                linked[place] = new LinkedPair(pairs[place], tokens, alignment.Links);
            }
        }

        return linked;
    }
}
