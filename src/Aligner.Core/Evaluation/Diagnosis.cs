using System.Globalization;
using Aligner.Core.Alignments;

namespace Aligner.Core.Evaluation;

/// <summary>
/// Looks for the mistakes that ruin a score without an error: gold and hypothesis of different index bases, swapped
/// sides, and lines that do not belong together. Each is tried, and reported where the score then is far better.
/// </summary>
internal static class Diagnosis
{
    /// <summary>Examines one hypothesis.</summary>
    /// <param name="gold">The gold.</param>
    /// <param name="hypothesis">A hypothesis with as many alignments.</param>
    /// <returns>Warnings for people, without final full stop; none where nothing looks wrong.</returns>
    public static IReadOnlyList<string> Examine(GoldSet gold, Hypothesis hypothesis)
    {
        List<string> warnings = [];
        if (FindOutside(gold.Lengths, gold.Alignments.Select(alignment => alignment.Possible)) is { } inGold)
        {
            warnings.Add($"{gold.Name}: {inGold}");
        }

        if (FindOutside(gold.Lengths, hypothesis.Alignments) is { } inHypothesis)
        {
            warnings.Add($"{hypothesis.Name}: {inHypothesis}");
        }

        double aer = SumCounts(gold.Alignments, hypothesis.Alignments).Aer;
        Suspicion? likeliest = Suspect(gold.Alignments, hypothesis.Alignments).MinBy(suspicion => suspicion.Aer);
        if (likeliest is not null && Suspicion.IsFarBetter(likeliest.Aer, aer))
        {
            warnings.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{hypothesis.Name}: {likeliest.Cause}; AER would be {likeliest.Aer:0.000} instead of {aer:0.000}"));
        }

        return warnings;
    }

    private static string? FindOutside(IReadOnlyList<SentenceLengths>? lengths, IEnumerable<Alignment> alignments)
    {
        if (lengths is null)
        {
            return null;
        }

        var outside = alignments
            .SelectMany((alignment, k) => alignment.Where(link => !lengths[k].Contains(link))
                .Select(link => (Line: k + 1, Link: link)))
            .ToList();
        return outside.Count == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"links outside their sentence pairs: {outside.Count}, the first {outside[0].Link} (counted from 0) "
            + $"in line {outside[0].Line}");
    }

    private static IEnumerable<Suspicion> Suspect(
        IReadOnlyList<GoldAlignment> gold, IReadOnlyList<Alignment> hypothesis)
    {
        GoldAlignment[] raisedGold =
            [.. gold.Select(alignment => new GoldAlignment(Raise(alignment.Sure), Raise(alignment.Possible)))];
        Alignment[] raised = [.. hypothesis.Select(Raise)];
        Alignment[] swapped = [.. hypothesis.Select(alignment => alignment.Swap())];
        Alignment[] both = [.. raised.Select(alignment => alignment.Swap())];
        return
        [
            new("its words look counted from 1 and the gold's from 0", SumCounts(raisedGold, hypothesis).Aer),
            new("its words look counted from 0 and the gold's from 1", SumCounts(gold, raised).Aer),
            new("source and target look swapped", SumCounts(gold, swapped).Aer),
            new(
                "source and target look swapped, and its words counted from 1 and the gold's from 0",
                SumCounts(raisedGold, swapped).Aer),
            new(
                "source and target look swapped, and its words counted from 0 and the gold's from 1",
                SumCounts(gold, both).Aer),
            .. LineShift.Find(gold, hypothesis),
        ];
    }

    private static LinkCounts SumCounts(IReadOnlyList<GoldAlignment> gold, IReadOnlyList<Alignment> hypothesis) =>
        LinkCounts.Sum([.. hypothesis.Zip(gold, LinkCounts.Count)]);

    private static Alignment Raise(Alignment alignment) =>
        Alignment.Of(alignment.Select(link =>
            new Link(SentenceLengths.After(link.Source), SentenceLengths.After(link.Target))));
}
