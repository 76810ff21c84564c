using Aligner.Applications.Labels;

namespace Aligner.Serving.Requests;

/// <summary>A labeled span of a sentence.</summary>
public readonly record struct SpanLabel
{
    /// <summary>0-based index of its first code point.</summary>
    public required int Start { get; init; }

    /// <summary>Index just past its last code point.</summary>
    public required int End { get; init; }

    /// <summary>The type, such as <c>PER</c>.</summary>
    public required string Type { get; init; }

    internal LabeledSpan ToSpan() => new(Start, End, Type);

    internal static SpanLabel Of(LabeledSpan span) => new() { Start = span.Start, End = span.End, Type = span.Type };
}
