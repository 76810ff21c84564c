using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aligner.Core.Evaluation;
using Aligner.Core.Text;

namespace Aligner.Cli.Reports;

/// <summary>One JSON object for programs; values are fractions.</summary>
internal sealed class JsonReport : IReportWriter
{
    private static readonly JsonSerializerOptions Style =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public void Write(EvaluationReport report, EvaluationSignature signature, ReportDetail detail, TextOutput output)
    {
        JsonObject root = new()
        {
            ["sentences"] = report.Sentences,
            ["hypotheses"] = new JsonArray([.. report.Systems.Select(system => System(report, system, detail))]),
            ["signature"] = signature.ToString(),
        };
        output.WriteLine(root.ToJsonString(Style));
    }

    private static JsonObject System(EvaluationReport report, SystemReport system, ReportDetail detail)
    {
        Score score = system.Score;
        JsonObject item = new() { ["name"] = system.Name };
        AddScores(item, score.Counts);
        if (score.Aer.Interval is not null)
        {
            item["intervals"] = new JsonObject
            {
                ["aer"] = Range(score.Aer),
                ["precision"] = Range(score.Precision),
                ["recall"] = Range(score.Recall),
                ["f1"] = Range(score.F1),
            };
        }

        item["counts"] = Counts(score.Counts);
        PairedComparison[] comparisons = [.. report.Comparisons.Where(comparison => comparison.System == system.Name)];
        if (comparisons.Length > 0)
        {
            item["comparisons"] = new JsonArray([.. comparisons.Select(Comparison)]);
        }

        item["unaligned_words"] = new JsonObject
        {
            ["gold"] = system.NullWords.Gold,
            ["predicted"] = system.NullWords.Predicted,
            ["both"] = system.NullWords.Both,
            ["precision"] = system.NullWords.Precision,
            ["recall"] = system.NullWords.Recall,
            ["f1"] = system.NullWords.F1,
        };
        if (detail.Breakdowns)
        {
            item["breakdowns"] = new JsonObject
            {
                [system.LinkTypes.Name] = Classes(system.LinkTypes),
                [system.Distances.Name] = Classes(system.Distances),
            };
        }

        if (detail.Sentences)
        {
            item["pairs"] = new JsonArray([.. system.Sentences.Select(Scored)]);
        }

        item["warnings"] = new JsonArray([.. system.Warnings.Select(warning => JsonValue.Create(warning))]);
        return item;
    }

    private static JsonObject Comparison(PairedComparison comparison) => new()
    {
        ["baseline"] = comparison.Baseline,
        ["metric"] = comparison.Metric.Name,
        ["delta"] = comparison.Delta.Value,
        ["interval"] = Range(comparison.Delta),
        ["wins"] = comparison.Wins,
        ["p_bootstrap"] = comparison.BootstrapP,
        ["p_randomization"] = comparison.RandomizationP,
    };

    private static JsonArray Classes(Breakdown breakdown) => new([.. breakdown.Rows.Select(row =>
    {
        JsonObject item = Scored(row.Counts);
        item.Insert(0, "class", row.Name);
        return item;
    })]);

    private static JsonObject Scored(LinkCounts counts)
    {
        JsonObject item = [];
        AddScores(item, counts);
        item["counts"] = Counts(counts);
        return item;
    }

    private static void AddScores(JsonObject item, LinkCounts counts)
    {
        item["aer"] = counts.Aer;
        item["precision"] = counts.Precision;
        item["recall"] = counts.Recall;
        item["f1"] = counts.F1;
    }

    private static JsonObject Counts(LinkCounts counts) => new()
    {
        ["predicted"] = counts.Predicted,
        ["predicted_sure"] = counts.PredictedSure,
        ["predicted_possible"] = counts.PredictedPossible,
        ["sure"] = counts.Sure,
    };

    private static JsonArray? Range(Estimate estimate) =>
        estimate.Interval is { } interval ? new JsonArray(interval.Low, interval.High) : null;
}
