using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aligner.Cli.Output;

/// <summary>A JSON object in a line; words stay readable, since only what JSON demands is escaped.</summary>
internal static class JsonLine
{
    private static readonly JsonSerializerOptions Style = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The object without a line break.</summary>
    public static string Text(JsonObject item) => item.ToJsonString(Style);

    /// <summary>A list of numbers.</summary>
    public static JsonArray Array(IEnumerable<int> numbers) => [.. numbers.Select(number => JsonValue.Create(number))];

    /// <summary>A list of words.</summary>
    public static JsonArray Array(IEnumerable<string> words) => [.. words.Select(word => JsonValue.Create(word))];
}
