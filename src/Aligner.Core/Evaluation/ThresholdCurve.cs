using Aligner.Core.Alignments;

namespace Aligner.Core.Evaluation;

/// <summary>How precision, recall and AER depend on the probability that links need.</summary>
public static class ThresholdCurve
{
    private const int Steps = 50;

    /// <summary>The thresholds 0, 0.02, 0.04, … 1, and what links that reach them score.</summary>
    /// <param name="links">The links of each pair with their probabilities.</param>
    /// <param name="gold">The gold links of each pair, in the same order.</param>
    public static IReadOnlyList<ThresholdPoint> Of(
        IReadOnlyList<IReadOnlyList<ScoredLink>> links, IReadOnlyList<GoldAlignment> gold)
    {
        // Each link counts from the last threshold that it reaches down to the first.
        LinkCounts[] reached = new LinkCounts[Steps + 1];
        for (int pair = 0; pair < links.Count; pair++)
        {
            foreach ((Link link, float probability) in links[pair])
            {
                int sure = gold[pair].Sure.Contains(link) ? 1 : 0;
                int possible = gold[pair].Possible.Contains(link) ? 1 : 0;
                reached[LastReached(probability)] += new LinkCounts(1, sure, possible, 0);
            }
        }

        LinkCounts counts = new(0, 0, 0, gold.Sum(alignment => (long)alignment.Sure.Count));
        ThresholdPoint[] points = new ThresholdPoint[Steps + 1];
        for (int step = Steps; step >= 0; step--)
        {
            counts += reached[step];
            points[step] = new ThresholdPoint(ThresholdOf(step), counts);
        }

        return points;
    }

    private static int LastReached(float probability)
    {
        int step = Math.Min(Steps, (int)(probability * Steps) + 1);
        while (probability < (float)ThresholdOf(step))
        {
            step--;
        }

        return step;
    }

    private static double ThresholdOf(int step) => (double)step / Steps;
}
