namespace Aligner.Core.Numerics;

/// <summary>
/// The digamma function ψ, by its recurrence and asymptotic series (Abramowitz and Stegun 6.3.5, 6.3.18).
/// </summary>
public static class Digamma
{
    private const double SeriesFrom = 6;

    /// <summary>ψ(x) for x &gt; 0, to 1e-9.</summary>
    public static double Value(double x)
    {
        double shift = 0;
        while (x < SeriesFrom)
        {
            shift -= 1 / x;
            x++;
        }

        double square = 1 / (x * x);
        double series = square * ((1.0 / 12) - (square * ((1.0 / 120) - (square * ((1.0 / 252) - (square / 240))))));
        return shift + Math.Log(x) - (0.5 / x) - series;
    }

    /// <summary>exp(ψ(x)), the variational stand-in for a count x; 0 where it would be below 1e-20.</summary>
    public static double Exp(double x) => x < NegligibleBelow ? 0 : Math.Exp(Value(x));

    /// <summary>ψ(0.0214) is about −47, and exp(−46) = 1e-20.</summary>
    private const double NegligibleBelow = 0.0214;
}
