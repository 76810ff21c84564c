using Aligner.Applications.Labels;

namespace Aligner.Applications.Tests.Labels;

public class TagsTests
{
    [Theory]
    [InlineData("B-A I-A O B-A", "0-2:A 3-4:A")]
    [InlineData("B-A B-A I-A", "0-1:A 1-3:A")]
    [InlineData("I-A I-A I-B", "0-2:A 2-3:B")]
    [InlineData("I-A B-A", "0-1:A 1-2:A")]
    [InlineData("U-A B-A L-A L-A", "0-1:A 1-3:A 3-4:A")]
    [InlineData("S-A B-A I-A E-A I-A", "0-1:A 1-4:A 4-5:A")]
    [InlineData("B I O _ B", "0-2: 4-5:")]
    [InlineData("B-A-B I-A-B", "0-2:A-B")]
    public void Tags_of_every_scheme_are_read(string tags, string spans) =>
        string.Join(' ', Tags.Decode(tags.Split(' ')).Select(span => $"{span.Start}-{span.End}:{span.Type}"))
            .ShouldBe(spans);

    [Theory]
    [InlineData(TagScheme.Iob2, "B-A B-A I-A I-A O B-B")]
    [InlineData(TagScheme.Iob, "I-A B-A I-A I-A O I-B")]
    [InlineData(TagScheme.Bilou, "U-A B-A I-A L-A O U-B")]
    [InlineData(TagScheme.Bioes, "S-A B-A I-A E-A O S-B")]
    public void What_is_written_is_read_again(TagScheme scheme, string expected)
    {
        LabeledSpan[] spans = [new(0, 1, "A"), new(1, 4, "A"), new(5, 6, "B")];
        string[] tags = Tags.Encode(spans, 6, scheme);
        tags.ShouldBe(expected.Split(' '));
        Tags.Decode(tags).ShouldBe(spans);
    }

    [Theory]
    [InlineData("X-A")]
    [InlineData("B-")]
    [InlineData("BA")]
    [InlineData("")]
    [InlineData("b-A")]
    public void Other_texts_are_no_tags(string tag)
    {
        Tags.IsTag(tag).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Tags.Decode([tag]));
    }
}
