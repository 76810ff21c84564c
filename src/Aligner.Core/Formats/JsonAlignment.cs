using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aligner.Core.Formats;

/// <summary>The object in a line of <see cref="JsonLinesFormat"/>.</summary>
internal sealed record JsonAlignment
{
    public required int[][] Links { get; init; }

    public int[][]? Possible { get; init; }

    public float?[]? Probabilities { get; init; }

    public IReadOnlyList<string>? Source { get; init; }

    public IReadOnlyList<string>? Target { get; init; }

    public int[][]? SourceCharacters { get; init; }

    public int[][]? TargetCharacters { get; init; }

    public IReadOnlyList<float>? SourceNulls { get; init; }

    public IReadOnlyList<float>? TargetNulls { get; init; }

    public double? Score { get; init; }
}

[JsonSerializable(typeof(JsonAlignment))]
internal sealed partial class JsonLinesContext : JsonSerializerContext
{
    /// <summary>Absent fields are left out, and words stay readable: only what JSON demands is escaped.</summary>
    public static JsonLinesContext Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
    });
}
