using Aligner.Combination.Evidence;
using Aligner.Combination.Networks;
using Aligner.Core;
using Aligner.Core.Symmetrization;

namespace Aligner.Combination.Deciders;

/// <summary>How evidence becomes links: by a heuristic, a merge of posteriors, or a network.</summary>
public abstract record DecisionOptions
{
    private protected DecisionOptions()
    {
    }

    /// <summary>
    /// Whether <see cref="Core.Alignments.ScoredAlignment.Judgments"/> are given too, with the same links; false by
    /// default.
    /// </summary>
    public bool Explain { get; init; }

    /// <summary>The decider that these options describe.</summary>
    /// <param name="experts">The experts of the evidence that it will see.</param>
    /// <exception cref="ArgumentException">
    /// A name is unknown, a threshold out of range, a network unfit, or an expert missing.
    /// </exception>
    public ILinkDecider CreateDecider(IReadOnlyList<Expert> experts) =>
        Explain ? new ExplainingDecider(Create(experts)) : Create(experts);

    private protected abstract ILinkDecider Create(IReadOnlyList<Expert> experts);
}

/// <summary>A heuristic combines the links of both directions (Och and Ney 2003; Koehn et al. 2005).</summary>
public sealed record HeuristicOptions : DecisionOptions
{
    /// <summary>A name of <see cref="Symmetrizers"/>.</summary>
    public required string Heuristic { get; init; }

    /// <summary>Whose definition of the grow heuristics is meant. Default Moses'.</summary>
    public GrowDefinition GrowDefinition { get; init; } = GrowDefinition.Moses;

    /// <summary>
    /// Links of a direction are those with a posterior above this; null, the default, for those of its most probable
    /// alignment (Viterbi).
    /// </summary>
    public double? Threshold { get; init; }

    private protected override ILinkDecider Create(IReadOnlyList<Expert> experts)
    {
        OptionChecks.Probability(Threshold ?? LinkThreshold.Even, nameof(Threshold));
        ExpertKind[] needed = Threshold is null ? [ExpertKind.BestForward, ExpertKind.BestReverse] : [];
        return needed.Except(experts.Select(expert => expert.Kind)).Any()
            ? throw new ArgumentException("no expert knows the best alignment of a direction", nameof(experts))
            : new HeuristicDecider(this);
    }
}

/// <summary>The posteriors of both directions are merged, and probable links are taken.</summary>
public sealed record MergeOptions : DecisionOptions
{
    /// <summary>How they are merged. Default <see cref="PosteriorMerge.Mean"/>.</summary>
    public PosteriorMerge Merge { get; init; } = PosteriorMerge.Mean;

    /// <summary>Links need a merged posterior above this. Default 0.5.</summary>
    public double Threshold { get; init; } = LinkThreshold.Even;

    /// <summary>
    /// Links adjacent to these need a mean posterior above this; from <see cref="Threshold"/> on, and by other merges
    /// than the mean, none is added. Default 0.25.
    /// </summary>
    public double GrowThreshold { get; init; } = 0.25;

    /// <summary>Only links with a mean posterior above ½, without growth: for counting links.</summary>
    public static MergeOptions Sure { get; } = new() { GrowThreshold = LinkThreshold.Even };

    private protected override ILinkDecider Create(IReadOnlyList<Expert> experts)
    {
        OptionChecks.Probability(Threshold);
        OptionChecks.Probability(GrowThreshold);
        return new MergeDecider(this);
    }
}

/// <summary>A network decides about each link by its features.</summary>
public sealed record NetworkOptions : DecisionOptions
{
    /// <summary>The network; null, the default, for the one that ships.</summary>
    public LinkNetwork? Network { get; init; }

    /// <summary>
    /// Links need a probability above this. Null, the default, is 0.5 or, where the model is known, what
    /// <see cref="LinkThreshold"/> says.
    /// </summary>
    public double? Threshold { get; init; }

    private protected override ILinkDecider Create(IReadOnlyList<Expert> experts)
    {
        OptionChecks.Probability(Threshold ?? LinkThreshold.Even, nameof(Threshold));
        return new NetworkDecider(this, experts);
    }
}
