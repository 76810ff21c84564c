using Aligner.Core.Alignments;
using Aligner.Statistical.Combination;

namespace Aligner.Statistical.Tests.Combination;

public class LinkFeaturesTests
{
    private readonly PairEvidence _pair = new();

    /// <summary>Two source words and one target word.</summary>
    public LinkFeaturesTests()
    {
        _pair.Begin(
            [new WordTraits("ja", false, -9), new WordTraits("!", true, -5)],
            [new WordTraits("ja", false, -1)],
            new StemmedPair(new[] { 0, 1 }, new[] { 0 }),
            hasPrior: true);
        Set(Evidence.Forward, 0.8f, 0.1f);
        Set(Evidence.SampledForward, 0.6f, 0.3f);
        Set(Evidence.Reverse, 0.5f, 0);
        Set(Evidence.SampledReverse, 0.3f, 0.2f);
        Set(Evidence.Mean, 0.55f, 0.15f);
        Set(Evidence.Rule, 0, 0.7f);
        Set(Evidence.Prior, 0.9f, 0);
    }

    [Fact]
    public void Each_says_what_it_knows_of_a_link()
    {
        Dictionary<string, float> features = Of(0, 0);
        features["forward log-odds"].ShouldBe(MathF.Log(0.801f / 0.201f), 1e-5f);
        features["sampled reverse log-odds"].ShouldBe(MathF.Log(0.301f / 0.701f), 1e-5f);
        features["prior log-odds"].ShouldBe(MathF.Log(0.901f / 0.101f), 1e-5f);
        features["mean"].ShouldBe(0.55f);
        features["forward"].ShouldBe(0.7f, 1e-6f);
        features["reverse"].ShouldBe(0.4f, 1e-6f);
        features["product"].ShouldBe(MathF.Sqrt(0.28f), 1e-6f);
        features["prior"].ShouldBe(0.9f);
        features["prior is known"].ShouldBe(1);
        features["rule"].ShouldBe(0);
        Of(1, 0)["rule"].ShouldBe(0.7f);
    }

    [Fact]
    public void Links_beside_it_and_others_of_its_words_count()
    {
        Dictionary<string, float> features = Of(0, 0);
        features["mean after, source"].ShouldBe(0.15f);
        features["mean before, source"].ShouldBe(0);
        features["mean after, target"].ShouldBe(0);
        features["others of target, sum"].ShouldBe(0.15f, 1e-6f);
        features["others of target, best"].ShouldBe(0.15f);
        features["others of source, sum"].ShouldBe(0);
        Of(1, 0)["mean before, source"].ShouldBe(0.55f);
        Of(1, 0)["others of target, best"].ShouldBe(0.55f);
        Of(1, 0)["prior beside, source"].ShouldBe(0.9f);
        Of(1, 0)["prior of others of target, best"].ShouldBe(0.9f);
    }

    [Fact]
    public void The_kind_and_place_of_its_words_count()
    {
        Dictionary<string, float> features = Of(1, 0);
        features["source is punctuation"].ShouldBe(1);
        features["target is punctuation"].ShouldBe(0);
        features["source log-frequency"].ShouldBe(-5);
        features["target log-frequency"].ShouldBe(-3); // no word is more frequent
        features["same word"].ShouldBe(0);
        Of(0, 0)["same word"].ShouldBe(1);
        features["distance from the diagonal"].ShouldBe((2 / 3f) - (1 / 2f), 1e-6f);
    }

    /// <summary>The best link of the target word is one word off; that of the second source word is too weak.</summary>
    [Fact]
    public void The_way_to_the_best_link_counts_where_there_is_one()
    {
        Of(1, 0)["distance from the best of target"].ShouldBe(1 / 8f);
        Of(1, 0)["distance from the best of source"].ShouldBe(0);
        Of(0, 0)["distance from the best of target"].ShouldBe(0);
    }

    [Fact]
    public void A_link_is_possible_where_anyone_says_so()
    {
        Set(Evidence.Mean, 0.02f, 0.02f);
        Possible().ShouldBe("0-0 1-0");
        Set(Evidence.Prior, 0, 0);
        Possible().ShouldBe("1-0");
        Set(Evidence.Rule, 0, 0);
        Possible().ShouldBeEmpty();
        Set(Evidence.Mean, 0.03f, 0.02f);
        Possible().ShouldBe("0-0");
    }

    private string Possible()
    {
        List<Link> links = [];
        LinkFeatures.FindPossible(_pair, links);
        return Alignment.Of(links).ToString();
    }

    private void Set(Evidence kind, float first, float second) =>
        _pair.Set(kind, [new ScoredLink(new Link(0, 0), first), new ScoredLink(new Link(1, 0), second)]);

    private Dictionary<string, float> Of(int source, int target)
    {
        LinkFeatures features = new();
        features.Begin(_pair);
        float[] values = new float[LinkFeatures.Names.Count];
        Array.Fill(values, float.NaN);
        features.Fill(_pair, new Link(source, target), values);
        values.ShouldNotContain(float.NaN);
        return LinkFeatures.Names.Zip(values).ToDictionary();
    }
}
