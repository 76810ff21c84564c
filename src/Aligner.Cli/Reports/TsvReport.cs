using System.Globalization;
using Aligner.Core.Evaluation;
using Aligner.Core.Text;

namespace Aligner.Cli.Reports;

/// <summary>
/// One tab-separated table with a header: a row for each hypothesis and, if asked for, for each of its classes of
/// links and sentence pairs. The last columns score the words without a link. Values are fractions; what a row does not
/// have is empty.
/// </summary>
internal sealed class TsvReport : IReportWriter
{
    private static readonly Metric[] Metrics = [Metric.Precision, Metric.Recall, Metric.F1, Metric.Aer];

    private static readonly string[] Header =
    [
        "hypothesis", "part", "predicted", "predicted_sure", "predicted_possible", "sure",
        .. Metrics.Select(metric => metric.Name),
        .. Metrics.SelectMany(metric => new[] { $"{metric.Name}_low", $"{metric.Name}_high" }),
        "aer_p", "f1_p", "signature", "null_precision", "null_recall", "null_f1",
    ];

    public void Write(EvaluationReport report, EvaluationSignature signature, ReportDetail detail, TextOutput output)
    {
        output.WriteLine(string.Join('\t', Header));
        foreach (SystemReport system in report.Systems)
        {
            PairedComparison[] comparisons = [.. report.Comparisons.Where(item => item.System == system.Name)];
            string[] corpus =
            [
                .. IntervalCells(system.Score),
                Significance(comparisons, Metric.Aer),
                Significance(comparisons, Metric.F1),
                signature.ToString(),
                Fraction(system.NullWords.Precision),
                Fraction(system.NullWords.Recall),
                Fraction(system.NullWords.F1),
            ];
            WriteRow(output, system.Name, "corpus", system.Score.Counts, corpus);
            if (detail.Breakdowns)
            {
                foreach (Breakdown breakdown in new[] { system.LinkTypes, system.Distances })
                {
                    foreach (BreakdownRow row in breakdown.Rows)
                    {
                        WriteRow(output, system.Name, $"{breakdown.Name} {row.Name}", row.Counts);
                    }
                }
            }

            for (int i = 0; detail.Sentences && i < system.Sentences.Count; i++)
            {
                WriteRow(
                    output, system.Name, string.Create(CultureInfo.InvariantCulture, $"pair {i + 1}"),
                    system.Sentences[i]);
            }
        }
    }

    private static void WriteRow(
        TextOutput output, string name, string part, LinkCounts counts, params string[] rest)
    {
        string[] cells =
        [
            name.Replace('\t', ' '), part,
            .. new[] { counts.Predicted, counts.PredictedSure, counts.PredictedPossible, counts.Sure }
                .Select(count => count.ToString(CultureInfo.InvariantCulture)),
            .. Metrics.Select(metric => Fraction(metric.Of(counts))),
            .. rest,
        ];
        output.WriteLine(string.Join('\t', [.. cells, .. Enumerable.Repeat("", Header.Length - cells.Length)]));
    }

    private static IEnumerable<string> IntervalCells(Score score) =>
        new[] { score.Precision, score.Recall, score.F1, score.Aer }.SelectMany(estimate =>
            estimate.Interval is { } interval
                ? new[] { Fraction(interval.Low), Fraction(interval.High) }
                : ["", ""]);

    private static string Significance(PairedComparison[] comparisons, Metric metric) =>
        Array.Find(comparisons, item => item.Metric == metric) is { } comparison
            ? Fraction(comparison.RandomizationP)
            : string.Empty;

    private static string Fraction(double value) => value.ToString("F6", CultureInfo.InvariantCulture);
}
