using System.Globalization;
using Aligner.Cli.Output;
using Aligner.Core.Evaluation;
using Aligner.Core.Text;

namespace Aligner.Cli.Reports;

/// <summary>Tables for people; values in percent.</summary>
internal sealed class TextReport : IReportWriter
{
    private static readonly string[] ScoreColumns = ["AER", "precision", "recall", "F1", "links"];

    public void Write(EvaluationReport report, EvaluationSignature signature, ReportDetail detail, TextOutput output)
    {
        WriteTable(output, Summary(report));
        if (report.Systems.Any(system => system.NullWords.Gold > 0))
        {
            WriteTitled(output, "words without a link", NullWords(report));
        }

        if (report.Comparisons.Count > 0)
        {
            WriteTitled(output, $"against {report.Comparisons[0].Baseline}", Comparisons(report));
        }

        foreach (SystemReport system in report.Systems)
        {
            if (detail.Breakdowns)
            {
                WriteTitled(output, $"{system.Name}: {system.LinkTypes.Name}", BreakdownTable(system.LinkTypes));
                WriteTitled(output, $"{system.Name}: {system.Distances.Name}", BreakdownTable(system.Distances));
            }

            if (detail.Sentences)
            {
                WriteTitled(output, $"{system.Name}: sentence pairs", Sentences(system));
            }
        }

        output.WriteLine();
        output.WriteLine($"signature: {signature}");
    }

    private static TextTable Summary(EvaluationReport report)
    {
        bool hasIntervals = report.Systems.Any(system => system.Score.Aer.Interval is not null);
        TextTable table = hasIntervals
            ? new TextTable("hypothesis", "AER", "95% interval", "precision", "recall", "F1", "95% interval", "links")
            : new TextTable(["hypothesis", .. ScoreColumns]);
        foreach (SystemReport system in report.Systems)
        {
            Score score = system.Score;
            string[] intervalOfAer = hasIntervals ? [Range(score.Aer.Interval)] : [];
            string[] intervalOfF1 = hasIntervals ? [Range(score.F1.Interval)] : [];
            table.Add(
            [
                system.Name, Percent(score.Aer.Value), .. intervalOfAer, Percent(score.Precision.Value),
                Percent(score.Recall.Value), Percent(score.F1.Value), .. intervalOfF1, Whole(score.Counts.Predicted),
            ]);
        }

        return table;
    }

    private static TextTable Comparisons(EvaluationReport report)
    {
        TextTable table = new(
            "hypothesis", "metric", "change", "95% interval", "wins", "p (bootstrap)", "p (randomization)");
        foreach (PairedComparison comparison in report.Comparisons)
        {
            table.Add(
                comparison.System,
                comparison.Metric.Name,
                SignedPercent(comparison.Delta.Value),
                Range(comparison.Delta.Interval, SignedPercent),
                Percent(comparison.Wins),
                Probability(comparison.BootstrapP),
                Probability(comparison.RandomizationP));
        }

        return table;
    }

    private static TextTable BreakdownTable(Breakdown breakdown)
    {
        TextTable table = new(["links", .. ScoreColumns, "sure"]);
        foreach (BreakdownRow row in breakdown.Rows)
        {
            table.Add([row.Name, .. Cells(row.Counts), Whole(row.Counts.Sure)]);
        }

        return table;
    }

    private static TextTable Sentences(SystemReport system)
    {
        TextTable table = new(["pair", .. ScoreColumns, "sure"]);
        for (int i = 0; i < system.Sentences.Count; i++)
        {
            LinkCounts counts = system.Sentences[i];
            table.Add([Whole(i + 1), .. Cells(counts), Whole(counts.Sure)]);
        }

        return table;
    }

    private static TextTable NullWords(EvaluationReport report)
    {
        TextTable table = new("hypothesis", "precision", "recall", "F1", "predicted", "gold", "both");
        foreach (SystemReport system in report.Systems)
        {
            NullWordCounts counts = system.NullWords;
            table.Add(
                system.Name, Percent(counts.Precision), Percent(counts.Recall), Percent(counts.F1),
                Whole(counts.Predicted), Whole(counts.Gold), Whole(counts.Both));
        }

        return table;
    }

    private static string[] Cells(LinkCounts counts) =>
    [
        Percent(counts.Aer), Percent(counts.Precision), Percent(counts.Recall), Percent(counts.F1),
        Whole(counts.Predicted),
    ];

    private static void WriteTitled(TextOutput output, string title, TextTable table)
    {
        output.WriteLine();
        output.WriteLine(title);
        WriteTable(output, table);
    }

    private static void WriteTable(TextOutput output, TextTable table)
    {
        foreach (string line in table.Lines())
        {
            output.WriteLine(line);
        }
    }

    private static string Percent(double fraction) => (100 * fraction).ToString("F1", CultureInfo.InvariantCulture);

    private static string SignedPercent(double fraction) =>
        (100 * fraction).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static string Probability(double value) => value.ToString("F3", CultureInfo.InvariantCulture);

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Range(Interval? interval, Func<double, string>? format = null) =>
        interval is { } range ? $"[{(format ?? Percent)(range.Low)}, {(format ?? Percent)(range.High)}]" : string.Empty;
}
