using Aligner.Applications.Labels;

namespace Aligner.Applications.Projection;

/// <summary>A span of target words that a span of the source would have.</summary>
/// <param name="Source">Index of the span of the source.</param>
/// <param name="Span">The target words.</param>
internal readonly record struct Candidate(int Source, LabeledSpan Span);
