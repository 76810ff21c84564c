using System.Text.Json;

namespace Aligner.Serving.Requests;

/// <summary>A pair to align.</summary>
public sealed record AlignRequest
{
    /// <summary>Whatever the client knows the pair by; the answer repeats it. Absent by default.</summary>
    public JsonElement? Id { get; init; }

    /// <summary>The source side: a sentence.</summary>
    public required string Source { get; init; }

    /// <summary>The target side: a sentence.</summary>
    public required string Target { get; init; }
}
