using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aligner.Applications.Projection;
using Aligner.Cli.Output;
using Aligner.Core.Text;

namespace Aligner.Cli.Reports;

/// <summary>Precision, recall and F1 of spans, by their type.</summary>
internal static class SpanReport
{
    private const string All = "all";

    private static readonly JsonSerializerOptions Style = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>A table in per cent for people.</summary>
    public static void WriteTable(TextOutput output, SpanScores scores)
    {
        TextTable table = new("type", "precision", "recall", "F1", "right", "projected", "gold");
        foreach ((string type, SpanCounts counts) in scores.Types)
        {
            Add(type, counts);
        }

        Add(All, scores.All);
        foreach (string line in table.Lines())
        {
            output.WriteLine(line);
        }

        void Add(string type, SpanCounts counts) => table.Add(
            type,
            Percent(counts.Precision),
            Percent(counts.Recall),
            Percent(counts.F1),
            Number(counts.Right),
            Number(counts.Predicted),
            Number(counts.Gold));
    }

    /// <summary>One JSON object for programs; values are fractions.</summary>
    public static void WriteJson(TextOutput output, SpanScores scores)
    {
        JsonObject root = Json(scores.All);
        root["types"] = new JsonObject(scores.Types.Select(
            type => KeyValuePair.Create(type.Key, (JsonNode?)Json(type.Value))));
        output.WriteLine(root.ToJsonString(Style));
    }

    private static JsonObject Json(SpanCounts counts) => new()
    {
        ["precision"] = counts.Precision,
        ["recall"] = counts.Recall,
        ["f1"] = counts.F1,
        ["right"] = counts.Right,
        ["projected"] = counts.Predicted,
        ["gold"] = counts.Gold,
    };

    private static string Percent(double value) => (100 * value).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
