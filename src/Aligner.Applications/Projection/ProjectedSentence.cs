using Aligner.Applications.Labels;

namespace Aligner.Applications.Projection;

/// <summary>The spans of a sentence after their projection.</summary>
/// <param name="Spans">Spans of target words in order; none overlaps another.</param>
/// <param name="Outcomes">What became of each source span.</param>
public sealed record ProjectedSentence(IReadOnlyList<LabeledSpan> Spans, IReadOnlyList<ProjectionOutcome> Outcomes);
