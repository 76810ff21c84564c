using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aligner.Serving.Requests;

/// <summary>What is asked about a sentence pair.</summary>
public abstract record PairRequest
{
    /// <summary>Whatever the client knows the pair by; the answer repeats it. Absent by default.</summary>
    [JsonPropertyOrder(-1)]
    public JsonElement? Id { get; init; }

    /// <summary>The source side: a sentence.</summary>
    public required string Source { get; init; }

    /// <summary>The target side: a sentence.</summary>
    public required string Target { get; init; }

    /// <summary>The pair as it is aligned.</summary>
    internal abstract PairText Pair { get; }
}
