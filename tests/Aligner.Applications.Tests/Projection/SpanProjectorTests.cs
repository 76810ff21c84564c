using Aligner.Applications.Labels;
using Aligner.Applications.Projection;
using Aligner.Core.Alignments;

namespace Aligner.Applications.Tests.Projection;

public class SpanProjectorTests
{
    [Fact]
    public void Neighbors_linked_to_a_span_become_a_span() =>
        Spans("a b c", "x y z", "0-2 1-1 2-0", new LabeledSpan(0, 2, "T")).ShouldBe([new(1, 3, "T")]);

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 3)]
    public void Runs_are_joined_over_a_gap(int gap, int start, int end) =>
        Spans(
            new ProjectionOptions { Gap = gap }, "a b", "x y z", "0-0 1-2", new LabeledSpan(0, 2, "T"))
            .ShouldBe([new(start, end, "T")]);

    [Theory]
    [InlineData(ProjectionPolicy.Longest, "4-6")]
    [InlineData(ProjectionPolicy.All, "0-1 4-6")]
    [InlineData(ProjectionPolicy.Hull, "0-6")]
    [InlineData(ProjectionPolicy.Head, "0-1")]
    public void A_policy_chooses_among_runs(ProjectionPolicy policy, string expected)
    {
        ProjectedSentence projected = Project(
            new ProjectionOptions { Policy = policy },
            "a b c",
            "u v w x y z",
            "0-0 1-4 2-5",
            new LabeledSpan(0, 3, "T"));
        string.Join(' ', projected.Spans.Select(span => $"{span.Start}-{span.End}")).ShouldBe(expected);
        projected.Outcomes.ShouldBe([ProjectionOutcome.Split]);
    }

    [Fact]
    public void Links_of_punctuation_do_not_count()
    {
        Spans("a .", "x . ?", "0-0 1-1 1-2 0-2", new LabeledSpan(0, 2, "T")).ShouldBe([new(0, 1, "T")]);
        Spans(new ProjectionOptions { KeepsPunctuation = true }, "a .", "x .", "0-0 1-1", new LabeledSpan(0, 2, "T"))
            .ShouldBe([new(0, 2, "T")]);
        Spans(". a", "! x", "0-0 1-1", new LabeledSpan(0, 1, "T")).ShouldBe([new(0, 1, "T")]);
    }

    [Fact]
    public void The_longer_of_two_types_is_kept()
    {
        ProjectedSentence projected = Project(
            new ProjectionOptions(), "a b c", "x y", "0-0 1-0 1-1 2-1", new(0, 1, "A"), new(1, 3, "B"));
        projected.Spans.ShouldBe([new LabeledSpan(0, 2, "B")]);
        projected.Outcomes.ShouldBe([ProjectionOutcome.Collided, ProjectionOutcome.Projected]);
    }

    [Fact]
    public void Spans_of_the_same_type_that_overlap_become_one() =>
        Spans("a b", "x y z", "0-0 0-1 1-1 1-2", new(0, 1, "A"), new(1, 2, "A")).ShouldBe([new(0, 3, "A")]);

    [Fact]
    public void A_span_without_links_or_with_improbable_ones_stays_behind()
    {
        AlignedPair pair = AlignedPairs.Of("a b", "x y", "0-0");
        ScoredLink[] links = [new(new Link(0, 0), 0.6f)];
        SpanProjector projector = new(new ProjectionOptions { MinimumProbability = 0.7 });
        projector.Project(pair.Words, links, [new(0, 1, "A"), new(1, 2, "B")]).Outcomes
            .ShouldBe([ProjectionOutcome.Improbable, ProjectionOutcome.Unlinked]);
    }

    [Theory]
    [InlineData(0.9f, 0, 2)]
    [InlineData(0.5f, 1, 2)]
    public void A_first_word_that_is_linked_at_second_hand_is_dropped(float article, int start, int end)
    {
        AlignedPair pair = AlignedPairs.Of("noodles", "los fideos", "");
        ScoredLink[] links = [new(new Link(0, 0), article), new(new Link(0, 1), 0.95f)];
        new SpanProjector(new ProjectionOptions()).Project(pair.Words, links, [new(0, 1, "F")]).Spans
            .ShouldBe([new LabeledSpan(start, end, "F")]);
    }

    private static IReadOnlyList<LabeledSpan> Spans(
        string source, string target, string links, params LabeledSpan[] spans) =>
        Spans(new ProjectionOptions(), source, target, links, spans);

    private static IReadOnlyList<LabeledSpan> Spans(
        ProjectionOptions options, string source, string target, string links, params LabeledSpan[] spans) =>
        Project(options, source, target, links, spans).Spans;

    private static ProjectedSentence Project(
        ProjectionOptions options, string source, string target, string links, params LabeledSpan[] spans)
    {
        AlignedPair pair = AlignedPairs.Of(source, target, links);
        return new SpanProjector(options).Project(pair.Words, pair.Links.Links, spans);
    }
}
