using System.Text.Json.Nodes;
using Aligner.Core.Evaluation;

namespace Aligner.Applications.Views.Pages;

/// <summary>A report as the page reads it, in the form of Report in document.ts.</summary>
internal static class ReportJson
{
    public static JsonObject Of(PageReport report) => new()
    {
        ["sentences"] = report.Evaluation.Sentences,
        ["signature"] = report.Signature,
        ["systems"] = new JsonArray([.. report.Evaluation.Systems.Zip(report.Details, System)]),
    };

    private static JsonObject System(SystemReport system, SystemDetail detail) => new()
    {
        ["name"] = Path.GetFileName(system.Name),
        ["aer"] = Range(system.Score.Aer),
        ["precision"] = Range(system.Score.Precision),
        ["recall"] = Range(system.Score.Recall),
        ["f1"] = Range(system.Score.F1),
        ["links"] = system.Score.Counts.Predicted,
        ["linkTypes"] = Classes(system.LinkTypes),
        ["lengths"] = Classes(detail.Lengths),
        ["curve"] = detail.Curve is { } curve ? new JsonArray([.. curve.Select(Point)]) : null,
    };

    private static JsonObject Range(Estimate estimate) => new()
    {
        ["value"] = estimate.Value,
        ["low"] = estimate.Interval?.Low,
        ["high"] = estimate.Interval?.High,
    };

    private static JsonArray Classes(Breakdown breakdown) => new([.. breakdown.Rows.Select(row => new JsonObject
    {
        ["name"] = row.Name,
        ["links"] = row.Counts.Predicted,
        ["sure"] = row.Counts.Sure,
        ["aer"] = row.Counts.Aer,
    })]);

    private static JsonArray Point(ThresholdPoint point) =>
        new(point.Threshold, point.Counts.Precision, point.Counts.Recall, point.Counts.Aer);
}
