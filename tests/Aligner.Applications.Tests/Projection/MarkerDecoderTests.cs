using Aligner.Applications.Labels;
using Aligner.Applications.Projection;

namespace Aligner.Applications.Tests.Projection;

public class MarkerDecoderTests
{
    private static readonly LabeledSentence Source =
        new(1, "Ann met Bob", [new(0, 3), new(4, 7), new(8, 11)], [new(0, 3, "A"), new(8, 11, "B")]);

    [Theory]
    [InlineData("[Bob] traf [Ann]", "Bob traf Ann", "0-3:B 9-12:A")]
    [InlineData("[ 安 ]见了[ 鲍勃 ]", "安见了鲍勃", "0-1:A 3-5:B")]
    [InlineData("[ Anne ] traf [ Bob ] .", "Anne traf Bob .", "0-4:A 10-13:B")]
    [InlineData("Ann traf [Bob", "Ann traf [Bob", "")]
    [InlineData("[] Ann", " Ann", "")]
    public void Brackets_get_the_type_of_the_most_similar_span(string marked, string text, string spans)
    {
        LabeledSentence decoded = MarkerDecoder.Decode(Source, new LabeledSentence(1, marked, [], []), out _);
        decoded.Text.ShouldBe(text);
        string.Join(' ', decoded.Spans.Select(span => $"{span.Start}-{span.End}:{span.Type}")).ShouldBe(spans);
    }

    [Fact]
    public void Spans_without_brackets_are_unlinked()
    {
        MarkerDecoder.Decode(Source, new LabeledSentence(1, "[Bob]", [], []), out ProjectionOutcome[] outcomes);
        outcomes.ShouldBe([ProjectionOutcome.Unlinked, ProjectionOutcome.Projected]);
    }
}
