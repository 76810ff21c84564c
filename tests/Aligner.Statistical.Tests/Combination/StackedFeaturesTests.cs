using Aligner.Core.Alignments;
using Aligner.Statistical.Combination;

namespace Aligner.Statistical.Tests.Combination;

public class StackedFeaturesTests
{
    // Source words in rows, target words in columns:
    // 0.5   0.25  –
    // –     0.75  0.125
    private static readonly Link[] Links = [new(0, 0), new(0, 1), new(1, 1), new(1, 2)];

    private readonly StackedFeatures _features = new();

    public StackedFeaturesTests() => _features.Begin(Links, [0.5f, 0.25f, 0.75f, 0.125f], 2, 3);

    [Fact]
    public void A_link_knows_what_the_other_network_says_of_it()
    {
        Dictionary<string, float> features = Of(1, 1);
        features["base"].ShouldBe(0.75f);
        features["base log-odds"].ShouldBe(MathF.Log(0.751f / 0.251f), 1e-5f);
    }

    [Fact]
    public void A_link_knows_those_beside_it()
    {
        Dictionary<string, float> features = Of(1, 1);
        features["base before, source"].ShouldBe(0.25f);
        features["base after, source"].ShouldBe(0);
        features["base before, target"].ShouldBe(0);
        features["base after, target"].ShouldBe(0.125f);
        features["base before both"].ShouldBe(0.5f);
        features["base after both"].ShouldBe(0);
        Of(0, 1)["base before, target"].ShouldBe(0.5f);
        Of(0, 1)["base after both"].ShouldBe(0.125f);
        _features.Begin([new Link(0, 1), new Link(1, 0)], [0.5f, 0.25f], 2, 2);
        Of(0, 1)["base after source, before target"].ShouldBe(0.25f);
        Of(1, 0)["base before source, after target"].ShouldBe(0.5f);
    }

    [Fact]
    public void A_link_knows_others_of_its_words()
    {
        Dictionary<string, float> features = Of(0, 1);
        features["base of others of source, sum"].ShouldBe(0.5f);
        features["base of others of source, best"].ShouldBe(0.5f);
        features["base of others of target, sum"].ShouldBe(0.75f);
        features["base of others of target, best"].ShouldBe(0.75f);
    }

    [Fact]
    public void Nothing_is_left_of_a_larger_pair()
    {
        _features.Begin([new Link(0, 0)], [0.25f], 1, 2);
        Dictionary<string, float> features = Of(0, 0);
        features.Values.Sum().ShouldBe(0.25f + MathF.Log(0.251f / 0.751f), 1e-5f);
    }

    private Dictionary<string, float> Of(int source, int target)
    {
        float[] values = new float[StackedFeatures.Names.Count];
        Array.Fill(values, float.NaN);
        _features.Fill(new Link(source, target), values);
        values.ShouldNotContain(float.NaN);
        return StackedFeatures.Names.Zip(values).ToDictionary();
    }
}
