using Aligner.Core.Alignments;

namespace Aligner.Core.Evaluation;

/// <summary>The counts of a corpus, split by class of link; the rows add up to the total.</summary>
/// <param name="Name">What the classes are about.</param>
/// <param name="Rows">One for each class, in the classifier's order, empty ones too.</param>
public sealed record Breakdown(string Name, IReadOnlyList<BreakdownRow> Rows)
{
    /// <summary>Splits the links of a hypothesis and its gold.</summary>
    /// <param name="classifier">Gives each link its class.</param>
    /// <param name="gold">One gold alignment for each sentence pair.</param>
    /// <param name="hypothesis">One alignment for each sentence pair.</param>
    /// <param name="lengths">Tokens of each pair; must cover the links.</param>
    public static Breakdown Of(
        ILinkClassifier classifier,
        IReadOnlyList<GoldAlignment> gold,
        IReadOnlyList<Alignment> hypothesis,
        IReadOnlyList<SentenceLengths> lengths)
    {
        LinkCounts[] counts = new LinkCounts[classifier.Classes.Count];
        for (int k = 0; k < gold.Count; k++)
        {
            Func<Link, int> classOf = classifier.ForSentence(gold[k], lengths[k]);
            foreach (Link link in hypothesis[k].Links)
            {
                int sure = gold[k].Sure.Contains(link) ? 1 : 0;
                int possible = gold[k].Possible.Contains(link) ? 1 : 0;
                counts[classOf(link)] += new LinkCounts(1, sure, possible, 0);
            }

            foreach (Link link in gold[k].Sure.Links)
            {
                counts[classOf(link)] += new LinkCounts(0, 0, 0, 1);
            }
        }

        return new Breakdown(
            classifier.Name, [.. classifier.Classes.Zip(counts, (name, count) => new BreakdownRow(name, count))]);
    }
}
