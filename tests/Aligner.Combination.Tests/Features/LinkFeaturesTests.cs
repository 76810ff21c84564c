using Aligner.Combination.Evidence;
using Aligner.Combination.Features;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Tests.Features;

/// <summary>Two directions, samplers of one, a rule, an encoder and a lexicon judge a pair of 2 × 3 words.</summary>
public class LinkFeaturesTests
{
    // The mean of forward experts is
    // 0.625  0.375  0
    // 0.125  0.5    0.5
    // and that of both directions
    // 0.5    0.3125 0.0625
    // 0.125  0.375  0.5
    private static readonly Opinion[] Opinions =
    [
        new(ExpertKind.Forward, [[0.5f, 0.25f, 0], [0.25f, 0.5f, 0.75f]]) { Name = "forward" },
        new(ExpertKind.Joint, [[0.75f, 0.125f, 0], [0, 0.5f, 0.25f]]) { Name = "encoder" },
        new(ExpertKind.Reverse, [[0.375f, 0.25f, 0.125f], [0.125f, 0.25f, 0.5f]]) { Name = "reverse" },
        new(ExpertKind.Addition, [[0, 0.875f, 0], [0, 0, 0]]) { Name = "rule" },
        new(ExpertKind.Forward, [[0.75f, 0.5f, 0], [0, 0.5f, 0.25f]]) { Name = "samplers" },
        new(ExpertKind.Joint, [[0, 0.25f, 0.5f], [1, 0, 0.125f]]) { Name = "lexicon" },
    ];

    private static readonly LinkFeatures Features = new([.. Opinions.Select(opinion => opinion.Expert)]);

    [Fact]
    public void Names_are_unique() => Features.Names.ShouldBeUnique();

    /// <summary>A network knows features by their place.</summary>
    [Fact]
    public void Experts_of_a_kind_keep_their_order()
    {
        string[] names = [.. Features.Names];
        int[] places = [.. new[] { "forward log-odds", "reverse log-odds", "samplers log-odds", "encoder", "lexicon" }
            .Select(name => Array.IndexOf(names, name))];
        places.ShouldBeInOrder();
        places[0].ShouldBeGreaterThanOrEqualTo(0);
        new LinkFeatures([.. Opinions.Reverse().Select(opinion => opinion.Expert)]).Names.ShouldNotBe(Features.Names);
    }

    [Fact]
    public void Features_of_a_link_are_those_worked_out_by_hand()
    {
        PairEvidence pair = MadeUp.Pair(2, 3, Opinions);
        pair.Describe(
            [WordTraits.Of("ja", -9), WordTraits.Of("!", -5)],
            [WordTraits.Of("oh", -7), WordTraits.Of("Ja", -1), WordTraits.Of("!", -99)]);

        ShouldBe(Of(pair, 0, 1), new Dictionary<string, float>
        {
            ["forward log-odds"] = MathF.Log(0.251f / 0.751f),
            ["reverse log-odds"] = MathF.Log(0.251f / 0.751f),
            ["samplers log-odds"] = 0,
            ["rule"] = 0.875f,
            ["encoder log-odds"] = MathF.Log(0.126f / 0.876f),
            ["lexicon log-odds"] = MathF.Log(0.251f / 0.751f),
            ["mean"] = 0.3125f,
            ["forward"] = 0.375f,
            ["reverse"] = 0.25f,
            ["encoder"] = 0.125f,
            ["lexicon"] = 0.25f,
            ["product"] = MathF.Sqrt(0.09375f),
            ["mean before, source"] = 0, // there is no word before
            ["mean after, source"] = 0.375f,
            ["mean before, target"] = 0.5f,
            ["mean after, target"] = 0.0625f,
            ["mean before both"] = 0,
            ["mean after both"] = 0.5f,
            ["mean before source, after target"] = 0,
            ["mean after source, before target"] = 0.125f,
            ["others of source, sum"] = 0.5625f,
            ["others of source, best"] = 0.5f,
            ["others of target, sum"] = 0.375f,
            ["others of target, best"] = 0.375f,
            ["encoder beside, source"] = 0.5f,
            ["encoder beside, target"] = 0.75f,
            ["encoder along the diagonal"] = 0.25f,
            ["encoder of others of source, sum"] = 0.75f,
            ["encoder of others of source, best"] = 0.75f,
            ["encoder of others of target, sum"] = 0.5f,
            ["encoder of others of target, best"] = 0.5f,
            ["lexicon beside, source"] = 0,
            ["lexicon beside, target"] = 0.5f,
            ["lexicon along the diagonal"] = 0.125f,
            ["lexicon of others of source, sum"] = 0.5f,
            ["lexicon of others of source, best"] = 0.5f,
            ["lexicon of others of target, sum"] = 0,
            ["lexicon of others of target, best"] = 0,
            ["distance from the diagonal"] = 1 / 6f, // 1 of 3 and 2 of 4
            ["source is punctuation"] = 0,
            ["target is punctuation"] = 0,
            ["source log-frequency"] = -9,
            ["target log-frequency"] = -3, // no word is more frequent
            ["same word"] = 1,
            ["distance from the best of source"] = 1 / 8f, // the first target word
            ["distance from the best of target"] = 1 / 8f, // the second source word
            ["encoder is known"] = 1,
            ["lexicon is known"] = 1,
        });
    }

    /// <summary>Where a pair ends, and samplers and lexicon have not judged.</summary>
    [Fact]
    public void Those_of_a_pair_that_some_experts_do_not_know_are_too()
    {
        PairEvidence pair = MadeUp.Pair(
            2, 3, [.. Opinions[..4], Opinions[4] with { Rows = null }, Opinions[5] with { Rows = null }]);
        pair.Describe(
            [WordTraits.Of("ja", -9), WordTraits.Of("!", -5)],
            [WordTraits.Of("oh", -7), WordTraits.Of("Ja", -1), WordTraits.Of("ach", -99)]);

        // The mean is 0.4375 0.25 0.0625, 0.1875 0.375 0.625.
        ShouldBe(Of(pair, 1, 2), new Dictionary<string, float>
        {
            ["forward log-odds"] = MathF.Log(0.751f / 0.251f),
            ["reverse log-odds"] = 0,
            ["samplers log-odds"] = MathF.Log(0.751f / 0.251f), // the model stands for them
            ["rule"] = 0,
            ["encoder log-odds"] = MathF.Log(0.251f / 0.751f),
            ["lexicon log-odds"] = MathF.Log(0.001f / 1.001f),
            ["mean"] = 0.625f,
            ["forward"] = 0.75f,
            ["reverse"] = 0.5f,
            ["encoder"] = 0.25f,
            ["lexicon"] = 0,
            ["product"] = MathF.Sqrt(0.375f),
            ["mean before, source"] = 0.0625f,
            ["mean after, source"] = 0,
            ["mean before, target"] = 0.375f,
            ["mean after, target"] = 0,
            ["mean before both"] = 0.25f,
            ["mean after both"] = 0,
            ["mean before source, after target"] = 0,
            ["mean after source, before target"] = 0,
            ["others of source, sum"] = 0.5625f,
            ["others of source, best"] = 0.375f,
            ["others of target, sum"] = 0.0625f,
            ["others of target, best"] = 0.0625f,
            ["encoder beside, source"] = 0,
            ["encoder beside, target"] = 0.5f,
            ["encoder along the diagonal"] = 0.125f,
            ["encoder of others of source, sum"] = 0.5f,
            ["encoder of others of source, best"] = 0.5f,
            ["encoder of others of target, sum"] = 0,
            ["encoder of others of target, best"] = 0,
            ["lexicon beside, source"] = 0,
            ["lexicon beside, target"] = 0,
            ["lexicon along the diagonal"] = 0,
            ["lexicon of others of source, sum"] = 0,
            ["lexicon of others of source, best"] = 0,
            ["lexicon of others of target, sum"] = 0,
            ["lexicon of others of target, best"] = 0,
            ["distance from the diagonal"] = 1 / 12f, // 2 of 3 and 3 of 4
            ["source is punctuation"] = 1,
            ["target is punctuation"] = 0,
            ["source log-frequency"] = -5,
            ["target log-frequency"] = -15, // no word is rarer
            ["same word"] = 0,
            ["distance from the best of source"] = 0,
            ["distance from the best of target"] = 0,
            ["encoder is known"] = 1,
            ["lexicon is known"] = 0,
        });
    }

    /// <summary>The best link of the first target word is with the last of 12 source words; 8 words are the
    /// most.</summary>
    [Fact]
    public void Distances_are_cut_and_those_from_a_weak_link_are_none()
    {
        float[][] rows = [.. Enumerable.Range(0, 12).Select(i => new float[] { i == 11 ? 0.5f : 0, 0 })];
        rows[0][1] = 0.25f;
        PairEvidence pair = MadeUp.Pair(
            12,
            2,
            new Opinion(ExpertKind.Forward, rows) { Name = "forward" },
            new Opinion(ExpertKind.Reverse, rows) { Name = "reverse" });
        LinkFeatures features = new(pair.Experts);

        Of(features, pair, 0, 0)["distance from the best of target"].ShouldBe(1);
        Of(features, pair, 10, 0)["distance from the best of target"].ShouldBe(1 / 8f);
        Of(features, pair, 5, 1)["distance from the best of target"].ShouldBe(0);
    }

    [Fact]
    public void A_link_is_possible_where_anyone_says_so()
    {
        Opinion forward = new(ExpertKind.Forward, [[0.02f], [0.02f], [0.03f]]), reverse = forward with
        {
            Kind = ExpertKind.Reverse,
            Name = "reverse",
        };
        Opinion rule = new(ExpertKind.Addition, [[0], [0.7f], [0]]);
        Opinion encoder = new(ExpertKind.Joint, [[0.1f], [0], [0]]);

        Possible(forward, reverse).ShouldBe("2-0"); // above 0.02
        Possible(forward, reverse, rule).ShouldBe("1-0 2-0");
        Possible(forward, reverse, encoder).ShouldBe("0-0 2-0");
        Possible(forward, reverse, rule, encoder).ShouldBe("0-0 1-0 2-0");
        Possible(forward with { Rows = [[0], [0], [0]] }, reverse with { Rows = [[0], [0], [0]] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Log_odds_are_finite(float probability) => MathF.Abs(TableFeatures.LogOdds(probability))
        .ShouldBe(MathF.Log(1001), 1e-4f);

    private static string Possible(params Opinion[] opinions)
    {
        PairEvidence pair = MadeUp.Pair(3, 1, opinions);
        return Alignment.Of(new LinkFeatures(pair.Experts).FindPossible(pair)).ToString();
    }

    private static Dictionary<string, float> Of(PairEvidence pair, int source, int target) =>
        Of(Features, pair, source, target);

    private static Dictionary<string, float> Of(LinkFeatures features, PairEvidence pair, int source, int target)
    {
        float[] values = new float[features.Names.Count];
        Array.Fill(values, float.NaN);
        features.Fill(pair, new Link(source, target), values);
        return features.Names.Zip(values).ToDictionary();
    }

    private static void ShouldBe(Dictionary<string, float> features, Dictionary<string, float> expected)
    {
        features.Count.ShouldBe(expected.Count);
        foreach ((string name, float value) in expected)
        {
            features[name].ShouldBe(value, 1e-5f, name);
        }
    }
}
