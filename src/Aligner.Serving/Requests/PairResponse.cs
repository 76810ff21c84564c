using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aligner.Serving.Requests;

/// <summary>The answer to a request, or why there is none.</summary>
public record PairResponse
{
    /// <summary>That of the request.</summary>
    [JsonPropertyOrder(-1)]
    public JsonElement? Id { get; init; }

    /// <summary>Why the request failed; absent if it did not.</summary>
    [JsonPropertyOrder(1)]
    public string? Error { get; init; }
}
