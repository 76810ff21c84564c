using Aligner.Core.Corpora;

namespace Aligner.Serving.Requests;

/// <summary>The links of a pair; the fields are those of the format <c>jsonl</c>.</summary>
public sealed record AlignResponse : PairResponse
{
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

    /// <summary>The answer to a request.</summary>
    public static AlignResponse Of(PairRequest request, AlignedPair pair) => new()
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

    private static int[][]? Spans(IReadOnlyList<CodePointSpan>? spans) =>
        spans is null ? null : [.. spans.Select(span => new[] { span.Start, span.End })];
}
