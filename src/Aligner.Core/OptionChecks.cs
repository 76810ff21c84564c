using System.Runtime.CompilerServices;

namespace Aligner.Core;

/// <summary>The checks that options share. Messages name the option.</summary>
public static class OptionChecks
{
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public static void AtLeastZero(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Require(value >= 0 && double.IsFinite(value), value, name, "must be a number of at least 0");

    /// <exception cref="ArgumentOutOfRangeException">The value is not a positive finite number.</exception>
    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Require(value > 0 && double.IsFinite(value), value, name, "must be a number above 0");

    /// <exception cref="ArgumentOutOfRangeException">The value is not strictly between 0 and 1.</exception>
    public static void Probability(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Require(value > 0 && value < 1, value, name, "must be a number between 0 and 1");

    /// <exception cref="ArgumentOutOfRangeException">The value is not a number from 0 to 1.</exception>
    public static void Fraction(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Require(value >= 0 && value <= 1, value, name, "must be a number from 0 to 1");

    private static void Require(bool holds, double value, string? name, string what)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, what);
        }
    }
}
