namespace Aligner.Core.Evaluation;

/// <summary>A mistake that would explain a bad score.</summary>
/// <param name="Cause">What the input looks like.</param>
/// <param name="Aer">The error rate that it would have without the mistake.</param>
internal sealed record Suspicion(string Cause, double Aer)
{
    private const double LargestRemainder = 2.0 / 3;
    private const double SmallestDrop = 0.05;

    /// <summary>Whether an error rate is so much lower than the given one that the mistake is likely.</summary>
    public static bool IsFarBetter(double without, double given) =>
        without < LargestRemainder * given && given - without >= SmallestDrop;
}
