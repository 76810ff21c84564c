using System.Numerics.Tensors;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Evidence;

/// <summary>
/// The evidence for the links of a pair: one table per expert, all in one layout, and the means of the directions. One
/// thread fills it pair by pair.
/// </summary>
public sealed class PairEvidence
{
    private readonly LinkTable[] _tables;
    private readonly bool[] _hasJudged;
    private readonly LinkTable _forward = new();
    private readonly LinkTable _reverse = new();
    private readonly LinkTable _mean = new();
    private bool _isSummarized;

    /// <param name="experts">
    /// The experts that may judge. The first of each direction judges every pair, and stands in for those that do not.
    /// </param>
    public PairEvidence(IReadOnlyList<Expert> experts)
    {
        Experts = experts;
        _tables = [.. experts.Select(_ => new LinkTable())];
        _hasJudged = new bool[experts.Count];
    }

    /// <summary>The experts that may judge.</summary>
    public IReadOnlyList<Expert> Experts { get; }

    /// <summary>n: the number of source words.</summary>
    public int SourceLength { get; private set; }

    /// <summary>m: the number of target words.</summary>
    public int TargetLength { get; private set; }

    /// <summary>The traits of the n source words; none where no decider asks for them.</summary>
    public IReadOnlyList<WordTraits> SourceWords { get; private set; } = [];

    /// <summary>The traits of the m target words; none where no decider asks for them.</summary>
    public IReadOnlyList<WordTraits> TargetWords { get; private set; } = [];

    /// <summary>
    /// Links that are certain, at most one for each word: all tables have them as the only links of their words, and
    /// deciders take them. None by default.
    /// </summary>
    public IReadOnlyList<Link> Certain { get; private set; } = [];

    /// <summary>The mean of the forward experts that have judged.</summary>
    public LinkTable Forward => Summarized(_forward);

    /// <summary>The mean of the reverse experts that have judged.</summary>
    public LinkTable Reverse => Summarized(_reverse);

    /// <summary>The mean of both directions.</summary>
    public LinkTable Mean => Summarized(_mean);

    /// <summary>
    /// Natural log-probability of the pair per word, the mean over the experts that have one; null if none has.
    /// Rounding never lifts it above 0.
    /// </summary>
    public double? LogProbability =>
        _tables.Average(table => table.LogProbability) is { } mean ? Math.Min(0, mean) : null;

    /// <summary>The table of an expert, or that of the first expert of its direction if it has not judged.</summary>
    public LinkTable this[int expert] =>
        _hasJudged[expert] || Experts[expert].Kind is not (ExpertKind.Forward or ExpertKind.Reverse)
            ? _tables[expert]
            : _tables[IndexOf(Experts[expert].Kind)];

    /// <summary>Links of the pair with its score; where no expert has one, the score that the links tell.</summary>
    public ScoredAlignment Score(IReadOnlyList<ScoredLink> links) => LogProbability is { } known
        ? new ScoredAlignment(links, known)
        : ScoredAlignment.OfLinks(links, SourceLength, TargetLength);

    /// <summary>Whether an expert has judged the pair.</summary>
    public bool HasJudged(int expert) => _hasJudged[expert];

    /// <summary>The first expert of a kind; −1 if there is none.</summary>
    public int IndexOf(ExpertKind kind)
    {
        for (int k = 0; k < Experts.Count; k++)
        {
            if (Experts[k].Kind == kind)
            {
                return k;
            }
        }

        return -1;
    }

    /// <summary>Starts a pair that no expert has judged.</summary>
    public void Begin(int sourceLength, int targetLength)
    {
        (SourceLength, TargetLength) = (sourceLength, targetLength);
        (SourceWords, TargetWords, Certain) = ([], [], []);
        Array.Clear(_hasJudged);
        _isSummarized = false;
        foreach (LinkTable table in _tables)
        {
            table.Reset(sourceLength, targetLength);
        }
    }

    /// <summary>Sets the traits of the words.</summary>
    public void Describe(IReadOnlyList<WordTraits> source, IReadOnlyList<WordTraits> target) =>
        (SourceWords, TargetWords) = (source, target);

    /// <summary>Sets the links that are certain, before an expert judges.</summary>
    public void Settle(IReadOnlyList<Link> certain) => Certain = certain;

    /// <summary>Makes the table of an expert that has judged agree with the certain links.</summary>
    public void Correct(int expert)
    {
        float probability = Experts[expert].Kind == ExpertKind.Addition ? 0 : 1;
        foreach (Link link in Certain)
        {
            _tables[expert].SetOnly(link, probability);
        }
    }

    /// <summary>The table of an expert that judges the pair now, full of zeros.</summary>
    public LinkTable Judge(int expert)
    {
        _hasJudged[expert] = true;
        _isSummarized &= Experts[expert].Kind is not (ExpertKind.Forward or ExpertKind.Reverse);
        return _tables[expert];
    }

    private LinkTable Summarized(LinkTable table)
    {
        if (!_isSummarized)
        {
            TakeMean(ExpertKind.Forward, _forward);
            TakeMean(ExpertKind.Reverse, _reverse);
            _mean.Reset(SourceLength, TargetLength);
            TensorPrimitives.Add(_forward.Cells, _reverse.Cells, _mean.Cells);
            TensorPrimitives.Multiply(_mean.Cells, 0.5f, _mean.Cells);
            _isSummarized = true;
        }

        return table;
    }

    private void TakeMean(ExpertKind kind, LinkTable mean)
    {
        mean.Reset(SourceLength, TargetLength);
        int count = 0;
        for (int k = 0; k < Experts.Count; k++)
        {
            if (Experts[k].Kind == kind && _hasJudged[k])
            {
                TensorPrimitives.Add(mean.Cells, _tables[k].Cells, mean.Cells);
                count++;
            }
        }

        if (count > 1)
        {
            TensorPrimitives.Multiply(mean.Cells, 1f / count, mean.Cells);
        }
    }
}
