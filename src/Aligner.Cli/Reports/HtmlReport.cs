using Aligner.Applications.Views;
using Aligner.Applications.Views.Pages;
using Aligner.Cli.Inputs;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Evaluation;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Cli.Reports;

/// <summary>A page with curves, classes of errors and, where their words are known, the pairs.</summary>
internal static class HtmlReport
{
    /// <summary>Writes the page; does not commit the output.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="signature">What the numbers depend on.</param>
    /// <param name="gold">The gold.</param>
    /// <param name="links">The gold and the hypotheses as they were read.</param>
    /// <param name="output">Where to.</param>
    public static void Write(
        EvaluationReport report, EvaluationSignature signature, GoldSet gold, EvaluatedLinks links, TextOutput output)
    {
        IReadOnlyList<AnnotatedAlignment>[] systems = [.. links.Files.Skip(1)];
        SentenceLengths[] lengths = [.. gold.Alignments.Select((alignment, pair) => systems.Aggregate(
            (gold.Lengths?[pair] ?? default).Cover(alignment.Possible),
            (covered, system) => covered.Cover(system[pair].ToAlignment())))];
        PageWriter.Write(
            new PageContent
            {
                Title = $"Evaluation against {Path.GetFileName(gold.Name)}",
                Systems = [.. report.Systems.Select(system => Path.GetFileName(system.Name))],
                Report = new PageReport(
                    report,
                    signature.ToString(),
                    [.. report.Systems.Zip(systems, (system, own) => new SystemDetail(
                        LengthBreakdown.Of(system.Sentences, lengths), Curve(own, gold)))]),
                Pairs = Enumerable.Range(0, gold.Alignments.Count)
                    .Where(pair => Words(links, pair) is not null)
                    .Select(pair => new ViewedPair(
                        pair + 1,
                        Words(links, pair)!,
                        [.. systems.Select(system => system[pair])],
                        gold.Alignments[pair])),
            },
            output);
    }

    private static TokenizedPair? Words(EvaluatedLinks links, int pair) =>
        links.Files.Select(file => file[pair].Tokens).FirstOrDefault(tokens => tokens is not null);

    private static IReadOnlyList<ThresholdPoint>? Curve(IReadOnlyList<AnnotatedAlignment> system, GoldSet gold) =>
        system.All(pair => pair.Links.All(link => link.Probability is not null))
            ? ThresholdCurve.Of(
                [.. system.Select(pair => (IReadOnlyList<ScoredLink>)
                    [.. pair.Ordered().Links.Select(link => new ScoredLink(link.Link, link.Probability!.Value))])],
                gold.Alignments)
            : null;
}
