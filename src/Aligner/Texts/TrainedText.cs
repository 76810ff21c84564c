using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;
using Aligner.Statistical;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Statistical.Training;

namespace Aligner.Texts;

/// <summary>A text, its priors, and the model that was trained on it.</summary>
public sealed class TrainedText
{
    private const int BatchSize = 2048;

    /// <summary>
    /// Bytes that the encoder takes, with the pairs that it reads and the lexicon that comes with it.
    /// </summary>
    private const long EncoderMemory = 200L << 20;

    private readonly TrainingResult _result;
    private readonly EncoderPrior _prior;
    private readonly StatisticalAligner _aligner;
    private readonly UncertainPairs? _uncertain;

    private TrainedText(TextPlan plan, EncoderPrior prior, TrainingResult result, int threads)
    {
        DecisionOptions decision = plan.Decision ?? plan.Method.Decision;
        _result = result;
        _prior = prior;
        Model = plan.Encoder is { } read
            ? result.Model with { Encoder = read.Reference with { Languages = prior.Languages } }
            : result.Model;
        _aligner = new StatisticalAligner(result.Model, decision, threads, plan.Inflections);
        bool hasMoreToRead = prior.Weight > 0 && prior.Links.Count == 0 && decision is NetworkOptions;
        _uncertain = plan.Encoder is { } encoder && hasMoreToRead
            ? new UncertainPairs(_aligner, encoder, plan.Settings.Quality == Quality.Best)
            : null;
    }

    /// <summary>The model of the text, which names the encoder, if one was asked.</summary>
    public StatisticalModel Model { get; }

    /// <summary>The number of pairs.</summary>
    public int Count => _result.Corpus.Count;

    /// <summary>Pairs left out because a side has no tokens.</summary>
    public long EmptyPairs => _result.EmptyPairs;

    /// <summary>Pairs left out because a side has too many tokens.</summary>
    public long OverlongPairs => _result.OverlongPairs;

    /// <summary>
    /// How many uncertain pairs the encoder has read while they were aligned; null if it is not asked about any.
    /// </summary>
    public int? UncertainCount => _uncertain?.ReadCount;

    /// <summary>Whether the encoder reads all pairs while they are aligned.</summary>
    internal bool ReadsAll => _uncertain?.ReadsAll == true;

    /// <summary>Collects priors, and trains.</summary>
    /// <param name="text">
    /// The text; if an encoder is asked, its first <see cref="EncoderPrior.LeastLarge"/> pairs are to be tokenized.
    /// </param>
    /// <param name="plan">How.</param>
    /// <param name="context">Threads, memory, priors of the user, progress, cancellation.</param>
    /// <param name="hear">Told the encoder's priors before training.</param>
    /// <exception cref="Core.DataException">The bitext breaks its format, or is too long.</exception>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    /// <exception cref="InsufficientMemoryException">The text needs more memory than the process may take.</exception>
    /// <exception cref="IOException">The bitext cannot be read, or temporary files cannot be written.</exception>
    public static TrainedText Train(
        TrainingText text, TextPlan plan, TrainingContext context, Action<EncoderPrior>? hear = null)
    {
        EncoderPrior prior = EncoderPrior.None;
        if (plan.Encoder is { } encoder)
        {
            prior = EncoderPrior.Of(encoder, text.Start, plan, context);
            hear?.Invoke(prior);
        }

        TrainingResult result = StatisticalTrainer.Train(
            plan.Method,
            plan.Settings,
            plan.Text,
            plan.MaxLength,
            text,
            context with
            {
                Priors = prior.Priors.With(context.Priors),
                OtherMemory = context.OtherMemory + (plan.Encoder is null ? 0 : EncoderMemory),
            });
        return new TrainedText(plan, prior, result, context.Threads);
    }

    /// <summary>Lets the experts judge the pairs of the text, and decides about their links.</summary>
    /// <returns>The links of each pair in order, batch by batch.</returns>
    public IEnumerable<ScoredAlignment> Align(CancellationToken cancellation) => Enumerable.Range(0, Count)
        .Chunk(_uncertain?.BatchSize ?? BatchSize)
        .SelectMany(batch => _uncertain is null
            ? _aligner.Align(batch.Length, k => Pair(batch[k]), cancellation)
            : _uncertain.Align([.. batch.Select(Pair)], cancellation));

    /// <summary>Reads what the experts say of pairs of the text while they are aligned, before the decision.</summary>
    /// <param name="first">The index of the first pair.</param>
    /// <param name="count">The number of pairs.</param>
    /// <param name="read">Makes a result of the evidence, which is another pair's afterwards.</param>
    /// <param name="cancellation">Looked at between pairs.</param>
    /// <returns>The results in the order of the pairs; null for pairs with an empty side.</returns>
    public T?[] Judge<T>(int first, int count, Func<PairEvidence, T> read, CancellationToken cancellation)
        where T : class =>
        _aligner.Judge<T?>(count, k => Pair(first + k), read, empty: null, cancellation);

    /// <summary>
    /// Reads what they say of pairs, all of them uncertain, when the encoder has read these; null if it is not asked
    /// about uncertain pairs.
    /// </summary>
    /// <inheritdoc cref="Judge" />
    public T?[]? JudgeUncertain<T>(int first, int count, Func<PairEvidence, T> read, CancellationToken cancellation)
        where T : class
    {
        EncodedPair[]? pairs =
            _uncertain?.Read([.. Enumerable.Range(first, count).Select(Pair)], cancellation);
        return pairs is null ? null : _aligner.Judge<T?>(count, k => pairs[k], read, empty: null, cancellation);
    }

    private EncodedPair Pair(int pair) =>
        _result.Pair(pair) with { EncoderLinks = _prior.Links.Count > 0 ? _prior.Links[pair] : null };
}
