using Aligner.Core.Alignments;
using Aligner.Statistical.Combination;

namespace Aligner.Statistical.Tests.Combination;

public class LinkScoresTests
{
    private static readonly Link[] Links = [new(0, 0), new(1, 1)];

    private readonly PairEvidence _pair = new();
    private readonly LinkFeatures _features = new();

    /// <summary>The network below says that log-odds of a link are 4 times the mean less 2: here 1 and -1.</summary>
    [Fact]
    public void A_network_sees_what_the_one_below_says_of_links_beside()
    {
        LinkNetwork below = Network(bias: -2, ("mean", 4));
        Scores(below).ShouldBe([Logistic(1), Logistic(-1)], 1e-6f);
        LinkNetwork above = Network(bias: 0, ("base before both", 1), ("base after both", 2)) with { Base = below };
        Scores(above).ShouldBe([Logistic(2 * Logistic(-1)), Logistic(Logistic(1))], 1e-6f);
        LinkNetwork top = Network(bias: 0, ("base", 1)) with { Base = above };
        Scores(top)[0].ShouldBe(Logistic(Logistic(2 * Logistic(-1))), 1e-6f);
    }

    /// <summary>Nothing of one pair is left when the next one comes, be it shorter or longer.</summary>
    [Fact]
    public void Scores_are_those_of_the_pair_at_hand()
    {
        LinkNetwork network = Network(bias: 0, ("base", 1), ("base of others of source, sum", 1)) with
        {
            Base = Network(bias: -2, ("mean", 4)),
        };
        LinkScores scores = new();
        foreach (int words in new[] { 3, 1, 7, 2 })
        {
            Begin(words);
            Link[] links = [.. Enumerable.Range(0, words).Select(word => new Link(word, word))];
            scores.Of(network, _pair, _features, links).ToArray()
                .ShouldBe(new LinkScores().Of(network, _pair, _features, links).ToArray());
        }
    }

    private float[] Scores(LinkNetwork network)
    {
        Begin(2);
        return new LinkScores().Of(network, _pair, _features, Links).ToArray();
    }

    /// <summary>A pair of words of which each is linked with that at its place, the first most probably.</summary>
    private void Begin(int words)
    {
        WordTraits[] traits = [.. Enumerable.Repeat(new WordTraits("a", false, -9), words)];
        _pair.Begin(traits, traits, new StemmedPair(new int[words], new int[words]), hasPrior: false);
        _pair.Set(
            Evidence.Mean,
            Enumerable.Range(0, words).Select(k => new ScoredLink(new Link(k, k), k == 0 ? 0.75f : 0.25f)));
        _features.Begin(_pair);
    }

    private static float Logistic(float logOdds) => 1 / (1 + MathF.Exp(-logOdds));

    private static LinkNetwork Network(float bias, params (string Feature, float Direct)[] direct)
    {
        bool hasBase = direct[0].Feature.StartsWith("base", StringComparison.Ordinal);
        string[] names = [.. LinkNetwork.FeatureNames(hasBase)];
        LinkNetwork network = new()
        {
            Weights = new float[names.Length],
            HiddenBiases = [0],
            Output = [0],
            Direct = new float[names.Length],
            Bias = bias,
        };
        foreach ((string feature, float value) in direct)
        {
            network.Direct[Array.IndexOf(names, feature)] = value;
        }

        return network;
    }
}
