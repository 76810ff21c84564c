using Aligner.Applications.Labels;

namespace Aligner.Applications.Projection;

/// <summary>A translation with the labels of its source.</summary>
/// <param name="Source">The labeled sentence; the nodes of its JSON object are anchored in the target.</param>
/// <param name="Target">Its translation with the spans, or with the inline codes in its text.</param>
/// <param name="Outcomes">What became of each span of the source.</param>
public sealed record ProjectedTarget(
    LabeledSentence Source, LabeledSentence Target, IReadOnlyList<ProjectionOutcome> Outcomes)
{
    /// <summary>The spans of the source that have none in the target, and why.</summary>
    public IEnumerable<(string Text, string Type, ProjectionOutcome Outcome)> Lost => Source.Spans
        .Zip(Outcomes)
        .Where(item => item.Second
            is ProjectionOutcome.Collided or ProjectionOutcome.Unlinked or ProjectionOutcome.Improbable)
        .Select(item =>
            (TextPlaces.Cut(Source.Text, item.First.Start, item.First.End), item.First.Type, item.Second));
}
