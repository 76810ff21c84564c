using Aligner.Applications.Labels;

namespace Aligner.Applications.Projection;

/// <summary>Scores spans against gold spans: those that are exactly the same, with their type, are right.</summary>
public sealed class SpanScores
{
    private readonly SortedDictionary<string, SpanCounts> _types = new(StringComparer.Ordinal);

    /// <summary>The counts of each type, by its name.</summary>
    public IReadOnlyDictionary<string, SpanCounts> Types => _types;

    /// <summary>The counts of all types together.</summary>
    public SpanCounts All => _types.Values.Aggregate(default(SpanCounts), (sum, counts) => sum.Plus(counts));

    /// <summary>Counts a sentence.</summary>
    public void Add(IReadOnlyCollection<LabeledSpan> spans, IReadOnlyCollection<LabeledSpan> gold)
    {
        HashSet<LabeledSpan> right = [.. spans.Intersect(gold)];
        foreach (string type in spans.Concat(gold).Select(span => span.Type).Distinct())
        {
            _types[type] = _types.GetValueOrDefault(type).Plus(new SpanCounts(
                spans.Count(span => span.Type == type),
                gold.Count(span => span.Type == type),
                right.Count(span => span.Type == type)));
        }
    }
}

/// <summary>How many spans are right.</summary>
/// <param name="Predicted">Spans that were predicted.</param>
/// <param name="Gold">Gold spans.</param>
/// <param name="Right">Spans that are both.</param>
public readonly record struct SpanCounts(long Predicted, long Gold, long Right)
{
    /// <summary>The share of the predicted spans that are right; 1 where none is predicted.</summary>
    public double Precision => Predicted == 0 ? 1 : (double)Right / Predicted;

    /// <summary>The share of the gold spans that are predicted; 1 where there is none.</summary>
    public double Recall => Gold == 0 ? 1 : (double)Right / Gold;

    /// <summary>The harmonic mean of both, 2·right / (predicted + gold); 1 where there is neither.</summary>
    public double F1 => Predicted + Gold == 0 ? 1 : 2.0 * Right / (Predicted + Gold);

    /// <summary>The sum of two counts.</summary>
    public SpanCounts Plus(SpanCounts other) =>
        new(Predicted + other.Predicted, Gold + other.Gold, Right + other.Right);
}
