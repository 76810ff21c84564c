using Aligner.Core.Alignments;

namespace Aligner.Fuzzing.Targets;

/// <summary>Refuses results that no reader of the output could work with.</summary>
internal static class Finite
{
    /// <exception cref="InvalidOperationException">A number is not finite, or no probability.</exception>
    public static void Require(IEnumerable<ScoredAlignment> alignments)
    {
        foreach (ScoredAlignment alignment in alignments)
        {
            Require(alignment.LogProbability);
            foreach (ScoredLink link in alignment.Links)
            {
                if (link.Probability is not (>= 0 and <= 1))
                {
                    throw new InvalidOperationException($"{link} has no probability");
                }
            }
        }
    }

    /// <exception cref="InvalidOperationException">The number is not finite.</exception>
    public static void Require(double number)
    {
        if (!double.IsFinite(number))
        {
            throw new InvalidOperationException($"{number} is not finite");
        }
    }
}
