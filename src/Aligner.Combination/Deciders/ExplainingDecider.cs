using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Deciders;

/// <summary>Adds to what another decider decides how probable each expert that has judged finds the links.</summary>
/// <param name="decider">The other decider.</param>
internal sealed class ExplainingDecider(ILinkDecider decider) : ILinkDecider
{
    public ScoredAlignment Decide(PairEvidence pair)
    {
        ScoredAlignment decided = decider.Decide(pair);
        return decided with
        {
            Judgments =
            [
                .. Enumerable.Range(0, pair.Experts.Count).Where(pair.HasJudged)
                    .Select(expert => Judgment(pair, expert, decided.Links)),
            ],
        };
    }

    private static ExpertJudgment Judgment(PairEvidence pair, int expert, IReadOnlyList<ScoredLink> links)
    {
        LinkTable table = pair[expert];
        return new ExpertJudgment(
            pair.Experts[expert].Name,
            [
                .. links.Select(scored => scored with
                {
                    Probability = Math.Min(1, table.Cells[table.Cell(scored.Link.Source, scored.Link.Target)]),
                }),
            ]);
    }
}
