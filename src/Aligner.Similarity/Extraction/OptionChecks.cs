using System.Runtime.CompilerServices;

namespace Aligner.Similarity.Extraction;

/// <summary>The checks that options share.</summary>
internal static class OptionChecks
{
    /// <exception cref="ArgumentOutOfRangeException">The value is not a positive finite number.</exception>
    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, "must be a number above 0");
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">The value is not a number from 0 to 1.</exception>
    public static void Fraction(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= 0 && value <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "must be a number from 0 to 1");
        }
    }
}
