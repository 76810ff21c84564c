namespace Aligner.Core.Evaluation;

/// <summary>A number from 0 to 1 that derives from <see cref="LinkCounts"/>.</summary>
public sealed class Metric
{
    private readonly Func<LinkCounts, double> _value;

    private Metric(string name, bool higherIsBetter, Func<LinkCounts, double> value)
    {
        Name = name;
        HigherIsBetter = higherIsBetter;
        _value = value;
    }

    public static Metric Precision { get; } = new("precision", true, counts => counts.Precision);

    public static Metric Recall { get; } = new("recall", true, counts => counts.Recall);

    public static Metric F1 { get; } = new("f1", true, counts => counts.F1);

    public static Metric Aer { get; } = new("aer", false, counts => counts.Aer);

    /// <summary>Lower-case name, as in JSON output.</summary>
    public string Name { get; }

    public bool HigherIsBetter { get; }

    /// <summary>The metric's value for <paramref name="counts"/>.</summary>
    public double Of(LinkCounts counts) => _value(counts);

    /// <inheritdoc />
    public override string ToString() => Name;
}
