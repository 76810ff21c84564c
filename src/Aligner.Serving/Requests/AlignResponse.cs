using System.Text.Json;
using Aligner.Core.Corpora;

namespace Aligner.Serving.Requests;

/// <summary>The links of a pair, or why there are none; the fields are those of the format <c>jsonl</c>.</summary>
public sealed record AlignResponse
{
    /// <summary>That of the request.</summary>
    public JsonElement? Id { get; init; }

    /// <summary>Source and target word of each link, 0-based.</summary>
    public IReadOnlyList<int[]>? Links { get; init; }

    /// <summary>The probability of each link.</summary>
    public IReadOnlyList<float>? Probabilities { get; init; }

    /// <summary>The source words, which links count.</summary>
    public IReadOnlyList<string>? Source { get; init; }

    /// <summary>The target words.</summary>
    public IReadOnlyList<string>? Target { get; init; }

    /// <summary>Half-open spans of the code points of the source words.</summary>
    public IReadOnlyList<int[]>? SourceCharacters { get; init; }

    /// <summary>Half-open spans of the code points of the target words.</summary>
    public IReadOnlyList<int[]>? TargetCharacters { get; init; }

    /// <summary>The natural log-probability of the pair per word.</summary>
    public double? Score { get; init; }

    /// <summary>Why the request failed; absent if it did not.</summary>
    public string? Error { get; init; }

    /// <summary>The answer to a request.</summary>
    public static AlignResponse Of(AlignRequest request, AlignedPair pair) => new()
    {
        Id = request.Id,
        Links = [.. pair.Links.Links.Select(scored => new[] { scored.Link.Source, scored.Link.Target })],
        Probabilities = [.. pair.Links.Links.Select(scored => scored.Probability)],
        Source = pair.Words.Source,
        Target = pair.Words.Target,
        SourceCharacters = Spans(pair.Characters?.Source),
        TargetCharacters = Spans(pair.Characters?.Target),
        Score = pair.Links.LogProbability,
    };

    /// <summary>The answer to a request that failed.</summary>
    public static AlignResponse Failed(string error, JsonElement? id = null) => new() { Id = id, Error = error };

    private static int[][]? Spans(IReadOnlyList<CodePointSpan>? spans) =>
        spans is null ? null : [.. spans.Select(span => new[] { span.Start, span.End })];
}
