using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;
using Aligner.Combination.Features;
using Aligner.Combination.Networks;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Evaluation;
using Aligner.Encoders;
using Aligner.Statistical.Models;
using Aligner.Texts;

namespace Aligner.Fitting;

/// <summary>A text some of whose pairs have gold links, and what the experts say of these.</summary>
public sealed class LabeledText
{
    /// <summary>Links of a text count as those of so many at most, so that large gold sets do not rule.</summary>
    private const double MostLinks = 20_000;

    private readonly IReadOnlyList<GoldAlignment> _gold;
    private readonly PossibleLinks?[] _possible;
    private readonly PossibleLinks?[]? _read;
    private readonly bool _readsAll;
    private readonly float _threshold;

    private LabeledText(
        StatisticalModel model,
        IReadOnlyList<GoldAlignment> gold,
        PossibleLinks?[] possible,
        PossibleLinks?[]? read = null,
        bool readsAll = false)
    {
        (_gold, _possible, _read, _readsAll) = (gold, possible, read, readsAll);
        _threshold = (float)LinkThreshold.Of(model.Pairs);
        (int Index, LabeledPair Pair)[] pairs = [.. Label(possible).Concat(Label(read ?? []))];
        LinkCount = pairs.Sum(item => item.Pair.Targets.Length);
        float weight = (float)Math.Min(1, MostLinks / LinkCount);
        Pairs = [.. pairs.Select(item => item.Pair with { Weight = weight })];
        Indices = [.. pairs.Select(item => item.Index)];
    }

    /// <summary>
    /// Pairs to learn from. Where a large text's encoder is asked about uncertain pairs, each comes twice: without the
    /// encoder's links, and with them, as if it were uncertain.
    /// </summary>
    public IReadOnlyList<LabeledPair> Pairs { get; }

    /// <summary>For each of <see cref="Pairs"/>, which of the pairs with gold links it is.</summary>
    public IReadOnlyList<int> Indices { get; }

    /// <summary>The number of pairs with gold links.</summary>
    public int Count => _gold.Count;

    /// <summary>The number of possible links of <see cref="Pairs"/>.</summary>
    public int LinkCount { get; }

    /// <summary>Collects the evidence of pairs with gold links, the same as where the text is aligned.</summary>
    /// <param name="text">The text, trained with <see cref="NetworkFitting.Decision"/>.</param>
    /// <param name="gold">Gold links, all of which lie inside their pairs.</param>
    /// <param name="first">The index of the pair that the first belong to.</param>
    /// <param name="cancellation">Looked at between pairs.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no pair for some of the gold links.</exception>
    public static LabeledText Collect(
        TrainedText text, IReadOnlyList<GoldAlignment> gold, int first, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + gold.Count, text.Count, nameof(gold));
        return new LabeledText(
            text.Model,
            gold,
            text.Judge(first, gold.Count, Find, cancellation),
            text.JudgeUncertain(first, gold.Count, Find, cancellation),
            text.ReadsAll);
    }

    /// <summary>Collects the evidence of new pairs, the same as where a saved model aligns them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="encoder">The encoder that it names; null for none.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="gold">Gold links of each, all of which lie inside their pairs.</param>
    /// <param name="threads">Degree of parallelism; never changes a result.</param>
    /// <param name="cancellation">Looked at between pairs.</param>
    /// <exception cref="ArgumentException">There are more or fewer gold links than pairs.</exception>
    public static LabeledText CollectUnseen(
        StatisticalModel model,
        EncoderReader? encoder,
        IReadOnlyList<TokenizedPair> pairs,
        IReadOnlyList<GoldAlignment> gold,
        int threads,
        CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(gold.Count, pairs.Count, nameof(gold));
        ModelAligner aligner = new(model, encoder, NetworkFitting.Decision, threads);
        return new LabeledText(model, gold, aligner.Judge(pairs, Find, cancellation));
    }

    /// <summary>
    /// Counts what a network's links share with the gold links. The links are those that aligning the text gives.
    /// </summary>
    public LinkCounts Score(LinkNetwork network) => LinkCounts.Sum(ScoreEach(network));

    /// <summary>The counts of <see cref="Score"/>, pair by pair.</summary>
    public LinkCounts[] ScoreEach(LinkNetwork network) =>
        [.. _gold.Select((gold, k) => LinkCounts.Count(Decide(network, k).ToAlignment(), gold))];

    private ScoredAlignment Decide(LinkNetwork network, int pair)
    {
        ScoredAlignment links = ProbableLinks.Take(Weigh(network, _possible[pair]), _threshold);
        return _read?[pair] is { } read
            && (_readsAll || UncertainPairs.IsUncertain(read.SourceLength + read.TargetLength, links.ExpectedErrors))
                ? ProbableLinks.Take(Weigh(network, read), _threshold)
                : links;
    }

    private static PossibleLinks Find(PairEvidence pair) => PossibleLinks.Of(pair, NetworkFitting.Features);

    private static ScoredAlignment Weigh(LinkNetwork network, PossibleLinks? pair) => pair is null
        ? ScoredAlignment.Empty
        : ScoredAlignment.Empty with { Links = LinkScorer.Score(network, pair) };

    private IEnumerable<(int Index, LabeledPair Pair)> Label(PossibleLinks?[] pairs) =>
        pairs.Index().Where(item => item.Item is not null)
            .Select(item => (item.Index, LabeledPair.Of(item.Item!, _gold[item.Index])));
}
