using Aligner.Combination.Features;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Networks;

/// <summary>The possible links of a pair, and which are right.</summary>
/// <param name="Possible">The links and their features.</param>
/// <param name="Targets">For each link: 1 if it is sure in the gold, ½ if it is possible there, 0 if it is
/// wrong.</param>
/// <param name="Weight">How much each link counts. Default 1.</param>
public sealed record LabeledPair(PossibleLinks Possible, float[] Targets, float Weight = 1)
{
    /// <summary>Keeps logarithms finite.</summary>
    private const double Smallest = 1e-7;

    /// <summary>Labels the possible links of a pair by its gold links.</summary>
    public static LabeledPair Of(PossibleLinks possible, GoldAlignment gold) => new(
        possible,
        [.. possible.Links.Select(link => gold.Sure.Contains(link) ? 1 : gold.Possible.Contains(link) ? 0.5f : 0)]);

    /// <summary>
    /// The mean over the links of −t ln p − (1 − t) ln (1 − p), by their weights; t is the target, and p the
    /// probability by the network. 0 without links.
    /// </summary>
    public static double LogLoss(IEnumerable<LabeledPair> pairs, LinkNetwork network)
    {
        double sum = 0, weights = 0;
        foreach (LabeledPair pair in pairs)
        {
            foreach ((ScoredLink link, float target) in LinkScorer.Score(network, pair.Possible).Zip(pair.Targets))
            {
                double probability = Math.Clamp(link.Probability, Smallest, 1 - Smallest);
                sum -= pair.Weight * ((target * Math.Log(probability)) + ((1 - target) * Math.Log(1 - probability)));
                weights += pair.Weight;
            }
        }

        return weights > 0 ? sum / weights : 0;
    }
}
