using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Features;

/// <summary>
/// The features of a possible link: each expert's probability of it, of links adjacent to it and of the other links of
/// its words, and traits of the words. They follow from the list of experts. After Ayan, Dorr and Monz (2005),
/// "NeurAlign: Combining word alignments using neural networks", section 4, with posteriors in place of links, and
/// without what needs a tagger. Threads can share it.
/// </summary>
public sealed class LinkFeatures
{
    /// <summary>Links with a lower mean that no other expert names are not candidates.</summary>
    private const float LeastMean = 0.02f;

    /// <summary>Log-frequencies are clamped to this range.</summary>
    private const float MostFrequent = -3, Rarest = -15;

    /// <summary>Distances are cut at so many words.</summary>
    private const int LongestDistance = 8;

    /// <summary>If the best link of a word is less probable, no distance is measured from it.</summary>
    private const float LeastBest = 0.3f;

    private readonly int[] _directional;
    private readonly int[] _additions;
    private readonly int[] _joint;

    /// <param name="experts">The experts of the evidence.</param>
    public LinkFeatures(IReadOnlyList<Expert> experts)
    {
        _directional =
            [.. Of(experts, ExpertKind.Forward).Concat(Of(experts, ExpertKind.Reverse)).OrderBy(k => k)];
        _additions = [.. Of(experts, ExpertKind.Addition)];
        _joint = [.. Of(experts, ExpertKind.Joint)];
        string[] joint = [.. _joint.Select(k => experts[k].Name)];
        Names =
        [
            .. _directional.Select(k => $"{experts[k].Name} log-odds"),
            .. _additions.Select(k => experts[k].Name),
            .. joint.Select(name => $"{name} log-odds"),
            "mean", "forward", "reverse", .. joint, "product",
            "mean before, source", "mean after, source", "mean before, target", "mean after, target",
            "mean before both", "mean after both",
            "mean before source, after target", "mean after source, before target",
            "others of source, sum", "others of source, best", "others of target, sum", "others of target, best",
            .. joint.SelectMany(name => (string[])
            [
                $"{name} beside, source", $"{name} beside, target", $"{name} along the diagonal",
                $"{name} of others of source, sum", $"{name} of others of source, best",
                $"{name} of others of target, sum", $"{name} of others of target, best",
            ]),
            "distance from the diagonal", "source is punctuation", "target is punctuation",
            "source log-frequency", "target log-frequency", "same word",
            "distance from the best of source", "distance from the best of target",
            .. joint.Select(name => $"{name} is known"),
        ];
    }

    /// <summary>The names of the features, in their order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The possible links of a pair, in their order.</summary>
    public List<Link> FindPossible(PairEvidence pair)
    {
        List<Link> links = [];
        for (int i = 0; i < pair.SourceLength; i++)
        {
            for (int j = 0; j < pair.TargetLength; j++)
            {
                if (IsPossible(pair, pair.Mean.Cell(i, j)))
                {
                    links.Add(new Link(i, j));
                }
            }
        }

        return links;
    }

    /// <summary>Computes the features of a link.</summary>
    /// <param name="pair">The evidence for the pair.</param>
    /// <param name="link">A link.</param>
    /// <param name="features">Gets them, in the order of <see cref="Names"/>.</param>
    public void Fill(PairEvidence pair, Link link, Span<float> features)
    {
        LinkTable mean = pair.Mean;
        int cell = mean.Cell(link.Source, link.Target);
        float forward = pair.Forward.Cells[cell], reverse = pair.Reverse.Cells[cell];
        FeatureWriter next = new(features);
        foreach (int k in _directional)
        {
            next.Add(TableFeatures.LogOdds(pair[k].Cells[cell]));
        }

        foreach (int k in _additions)
        {
            next.Add(pair[k].Cells[cell]);
        }

        foreach (int k in _joint)
        {
            next.Add(TableFeatures.LogOdds(pair[k].Cells[cell]));
        }

        next.Add(mean.Cells[cell]);
        next.Add(forward);
        next.Add(reverse);
        foreach (int k in _joint)
        {
            next.Add(pair[k].Cells[cell]);
        }

        next.Add(MathF.Sqrt(forward * reverse));
        TableFeatures.AddAdjacent(mean, cell, ref next);
        TableFeatures.AddOthers(mean, link, cell, ref next);
        foreach (int k in _joint)
        {
            TableFeatures.AddSums(pair[k], cell, ref next);
            TableFeatures.AddOthers(pair[k], link, cell, ref next);
        }

        AddTraits(pair, link, ref next);
        foreach (int k in _joint)
        {
            next.Add(pair.HasJudged(k));
        }
    }

    private bool IsPossible(PairEvidence pair, int cell)
    {
        if (pair.Mean.Cells[cell] > LeastMean)
        {
            return true;
        }

        foreach (int k in _joint)
        {
            if (pair[k].Cells[cell] > 0)
            {
                return true;
            }
        }

        foreach (int k in _additions)
        {
            if (pair[k].Cells[cell] > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void AddTraits(PairEvidence pair, Link link, ref FeatureWriter next)
    {
        WordTraits source = pair.SourceWords[link.Source], target = pair.TargetWords[link.Target];
        int row = link.Source + 1, column = link.Target + 1;
        next.Add(MathF.Abs(
            ((float)row / (pair.SourceLength + 1)) - ((float)column / (pair.TargetLength + 1))));
        next.Add(source.IsPunctuation);
        next.Add(target.IsPunctuation);
        next.Add(Math.Clamp(source.LogFrequency, Rarest, MostFrequent));
        next.Add(Math.Clamp(target.LogFrequency, Rarest, MostFrequent));
        next.Add(source.Text == target.Text);
        next.Add(Distance(column, pair.Mean.Totals.Row(row)));
        next.Add(Distance(row, pair.Mean.Totals.Column(column)));
    }

    private static float Distance(int place, TableTotals.Line line) => line.Best > LeastBest
        ? (float)Math.Min(LongestDistance, Math.Abs(place - line.BestPlace)) / LongestDistance
        : 0;

    private static IEnumerable<int> Of(IReadOnlyList<Expert> experts, ExpertKind kind) =>
        Enumerable.Range(0, experts.Count).Where(k => experts[k].Kind == kind);
}
