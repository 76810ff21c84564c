using Aligner.Core.Alignments;
using Aligner.Statistical.Combination;

namespace Aligner.Statistical.Tests.Combination;

public class StemFeaturesTests
{
    // Stems 1 and 7 are linked with 0.5 and 0.25 here, with 1 in one of two other pairs, of which a third has 1 alone.
    private static readonly StemmedPair Words = new(new[] { 1, 1 }, new[] { 7, 8 });
    private static readonly Link[] Links = [new(0, 0), new(1, 0), new(1, 1)];
    private static readonly float[] Probabilities = [0.5f, 0.25f, 0.75f];

    private static readonly StemLinkTable Text = StemLinkTable.Of(
    [
        PairLinks.Of(Words, Links, Probabilities),
        new PairLinks(new StemmedPair(new[] { 1 }, new[] { 7 }), [new ScoredLink(new Link(0, 0), 1)]),
        new PairLinks(new StemmedPair(new[] { 1 }, new[] { 7 }), []),
        new PairLinks(new StemmedPair(new[] { 1 }, new[] { 9 }), []),
    ]);

    private readonly StemFeatures _features = new();

    [Fact]
    public void A_link_knows_how_often_its_stems_are_linked_in_other_pairs()
    {
        _features.Begin(Links, Probabilities, Words, Text);
        Dictionary<string, float> features = Of(1, 0);
        features["stems elsewhere, links of times together"].ShouldBe(1 / 2.5f, 1e-6f);
        features["stems elsewhere, links of source"].ShouldBe(1 / 4f, 1e-6f);
        features["stems elsewhere, links of target"].ShouldBe(1 / 3f, 1e-6f);
        features["stems elsewhere, log-links"].ShouldBe(MathF.Log(2), 1e-6f);
        features["stems elsewhere, log-times together"].ShouldBe(MathF.Log(3), 1e-6f);
        features["stems elsewhere are known"].ShouldBe(1);
        Of(1, 1)["stems elsewhere, log-links"].ShouldBe(0);
        Of(1, 1)["stems elsewhere, log-times together"].ShouldBe(0);
    }

    [Fact]
    public void Without_a_text_nothing_is_known()
    {
        _features.Begin(Links, Probabilities, Words, Text);
        _features.Begin(Links, Probabilities, Words, text: null);
        Of(1, 0).Values.ShouldAllBe(value => value == 0);
    }

    private Dictionary<string, float> Of(int source, int target)
    {
        float[] values = new float[StemFeatures.Names.Count];
        Array.Fill(values, float.NaN);
        _features.Fill(new Link(source, target), values);
        return StemFeatures.Names.Zip(values).ToDictionary();
    }
}
