using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Similarity.Extraction;

namespace Aligner.Similarity.Tests.Extraction;

/// <summary>What every extractor has to keep.</summary>
public class LinkExtractorsTests
{
    public static TheoryData<string> Names => [.. LinkExtractors.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Links_are_sorted_inside_the_matrix_and_scored_from_0_to_1(string name)
    {
        ILinkExtractor extractor = Create(name);
        foreach ((float[] values, int n, int m) in RandomMatrices.Of(100, 9))
        {
            ScoredLink[] links = extractor.Extract(values, n, m);
            links.Select(link => link.Link).ShouldBe(Alignment.Of(links.Select(link => link.Link)));
            links.ShouldAllBe(link => link.Link.Source < n && link.Link.Target < m);
            links.ShouldAllBe(link => link.Probability >= 0 && link.Probability <= 1);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Links_that_are_not_taken_have_scores_too(string name)
    {
        foreach ((float[] values, int n, int m) in RandomMatrices.Of(100, 9))
        {
            float[] scores = new float[values.Length];
            Array.Fill(scores, -1);
            ScoredLink[] links = Create(name).Extract(values, n, m, scores);
            links.ShouldBe(Create(name).Extract(values, n, m));
            links.ShouldAllBe(link => link.Probability == scores[(link.Link.Source * m) + link.Link.Target]);
            scores.ShouldAllBe(score => score >= 0 && score <= 1);
        }

        Should.Throw<ArgumentException>(() => Create(name).Extract([1f], 1, 1, []));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_clear_diagonal_is_found(string name)
    {
        float[] values = [.9f, .1f, .1f, .1f, .9f, .1f, .1f, .1f, .9f];
        LinkExtractors.Get(name).Create(new ExtractionSettings { Temperature = Temperature(name) })
            .Extract(values, 3, 3).Select(link => link.Link)
            .ShouldBe([new Link(0, 0), new Link(1, 1), new Link(2, 2)]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_side_without_words_has_no_links(string name)
    {
        Create(name).Extract([], 0, 3).ShouldBeEmpty();
        Create(name).Extract([], 3, 0).ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => Create(name).Extract([1f, 2f], 2, 2));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_the_values_are_it_ends_and_scores_are_from_0_to_1(string name)
    {
        float[] extremes =
        [
            float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, 1e30f, -1, 0, 1,
        ];
        foreach (float extreme in extremes)
        {
            foreach ((float[] values, int n, int m) in RandomMatrices.Of(20, 5))
            {
                values[values.Length / 2] = extreme;
                if (!float.IsFinite(extreme))
                {
                    Should.Throw<DataException>(() => Create(name).Extract(values, n, m))
                        .Message.ShouldContain("not finite");
                    continue;
                }

                Create(name).Extract(values, n, m)
                    .ShouldAllBe(link => link.Probability >= 0 && link.Probability <= 1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_call_allocates_its_result_alone(string name)
    {
        ILinkExtractor extractor = Create(name);
        float[] values = RandomMatrices.Of(1, 1).Single().Values;
        values = [.. Enumerable.Range(0, 900).Select(k => (values[0] + (k * 0.37f)) % 1)];
        int count = extractor.Extract(values, 30, 30).Length;
        extractor.Extract(values, 30, 30);
        long before = GC.GetAllocatedBytesForCurrentThread();
        extractor.Extract(values, 30, 30);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThanOrEqualTo((count * 12) + 32);
    }

    [Fact]
    public void Settings_that_an_extractor_lacks_and_unknown_names_are_refused()
    {
        Should.Throw<ArgumentException>(() => LinkExtractors.Get("match").Create(new() { Threshold = 0.5 }))
            .Message.ShouldBe("match has no threshold");
        Should.Throw<ArgumentException>(() => LinkExtractors.Get("ot").Create(new() { Temperature = 0.5 }))
            .Message.ShouldBe("ot has no temperature");
        Should.Throw<ArgumentException>(() => LinkExtractors.Get("mwmf")).Message.ShouldContain("itermax, argmax, ");
    }

    private static ILinkExtractor Create(string name) => LinkExtractors.Get(name).Create(new ExtractionSettings());

    private static double? Temperature(string name) => LinkExtractors.Get(name).HasTemperature ? 0.05 : null;
}
