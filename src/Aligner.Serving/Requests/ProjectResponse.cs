using Aligner.Applications.Labels;
using Aligner.Applications.Projection;

namespace Aligner.Serving.Requests;

/// <summary>What the labels, or the inline codes, of a source sentence are in its translation.</summary>
public sealed record ProjectResponse : PairResponse
{
    /// <summary>The labels of the target, in order; absent if the request has inline codes.</summary>
    public IReadOnlyList<SpanLabel>? Labels { get; init; }

    /// <summary>What became of each label of the request; absent if it has inline codes.</summary>
    public IReadOnlyList<ProjectionOutcome>? Outcomes { get; init; }

    /// <summary>The target with the inline codes; absent if the request has labels.</summary>
    public string? Target { get; init; }

    /// <summary>The answer to a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="pair">The links of its pair.</param>
    /// <param name="options">How labels go over.</param>
    public static ProjectResponse Of(ProjectRequest request, AlignedPair pair, ProjectionOptions options)
    {
        ProjectedTarget projected = new LabelProjector(options)
            .Project(pair, request.Sentence, LabeledSentence.OfText(request.Target));
        return request.Markup
            ? new ProjectResponse { Id = request.Id, Target = projected.Target.Text }
            : new ProjectResponse
            {
                Id = request.Id,
                Labels = [.. projected.Target.Spans.Select(SpanLabel.Of)],
                Outcomes = projected.Outcomes,
            };
    }
}
