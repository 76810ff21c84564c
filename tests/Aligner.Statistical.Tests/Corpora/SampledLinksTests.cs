using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Tests.Corpora;

public class SampledLinksTests
{
    [Fact]
    public void What_was_drawn_more_than_rarely_is_kept_by_its_words()
    {
        SampledLinks sampled = new(2);
        sampled.Set(0, 3, [0.5f, 0, 0.005f, 0, 0.25f, 0], [1, 0, 0, 0, 0, 0.75f]);

        sampled[0]!.Value.ToArray().ShouldBe(
        [
            new SampledLink(0, 0, (Half)0.5f, (Half)1),
            new SampledLink(1, 1, (Half)0.25f, (Half)0),
            new SampledLink(2, 1, (Half)0, (Half)0.75f),
        ]);
        sampled[1].ShouldBeNull();
    }

    [Fact]
    public void Links_are_those_whose_mean_is_above_a_threshold()
    {
        SampledLinks sampled = new(2);
        sampled.Set(0, 2, [1, 0.5f, 0, 0.5f], [0.25f, 0.5f, 0, 0.75f]);

        sampled.Links(0, 0.5f).ToString().ShouldBe("0-0 1-1");
        sampled.Links(1, 0.5f).ShouldBeEmpty();
    }
}
