using System.Globalization;

namespace Aligner.Core.Evaluation;

/// <summary>A value measured on a corpus, and how far it would vary on others like it.</summary>
/// <param name="Value">The value on the whole corpus.</param>
/// <param name="Interval">Its 95% interval; absent without resampling.</param>
public readonly record struct Estimate(double Value, Interval? Interval)
{
    /// <summary>The value alone, with four decimals and a point, whatever the culture.</summary>
    public override string ToString() => Value.ToString("0.0000", CultureInfo.InvariantCulture);
}
