using Aligner.Core.Alignments;
using Aligner.Statistical.Combination;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Decoding;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Inflections;
using Aligner.Statistical.Models;
using Aligner.Tokenization;

namespace Aligner.Statistical.Tests.Decoding;

public class NetworkDecoderTests
{
    // forward      reverse
    // 0.9  0.04    0.4  0.25
    // 0    0.64    0    0.25
    // 0.1  0.1     0.8  0.1
    private static readonly StatisticalModel Model = new(
        StatisticalMethods.Get("hmm"),
        new TextOptions(),
        MaxLength: 100,
        new Vocabulary(["The", "house", "."]),
        new Vocabulary(["Haus"]),
        new WordFrequencies([2, 1, 1]),
        new WordFrequencies([4]),
        new DirectionalModels(
            new StubModel([[0.9f, 0, 0.1f], [0.04f, 0.64f, 0.1f]], [0, 1], logProbability: -4),
            new StubModel([[0.4f, 0.25f], [0, 0.25f], [0.8f, 0.1f]], [0, -1, 0], logProbability: -9),
            new Factoring([], new Vocabulary(), new Vocabulary())),
        InflectionModel.None);

    private static readonly EncodedPair Pair = new(
        new EncodedSentence([new int[] { 0, 1, 2 }]),
        new EncodedSentence([new int[] { 0, -1 }], [null, "Tür"]));

    private readonly DecoderWorkspace _workspace = new();

    [Theory]
    [InlineData(4, "0-0 0-1 1-1 2-0 2-1")] // all that have a mean of more than 0.02: 1-0 has 0
    [InlineData(-4, "")]
    public void Links_are_those_that_the_network_finds_probable(float logOdds, string expected)
    {
        LinkNetwork network = Constant(logOdds);
        Decoder(network).Decode(Model.Directions, Pair, _workspace).ToString().ShouldBe(expected);
        Decoder(network).DecodeWithScores(Model.Directions, Pair, _workspace).LogProbability.ShouldBe(-2.5);
    }

    /// <summary>Five links are possible; of each, what has the probability of 0.25 is expected to be wrong.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(1 / 3f)]
    public void Decisions_are_wrong_as_often_as_the_network_doubts_them(float odds) =>
        Decoder(Constant(MathF.Log(odds))).DecodeWithScores(Model.Directions, Pair, _workspace)
            .ExpectedErrors.ShouldBe(1.25, 1e-5);

    [Fact]
    public void A_link_of_another_aligner_is_possible_too()
    {
        EncodedPair pair = Pair with { Prior = [new ScoredLink(new Link(1, 0), 0.75f)] };
        Decoder(Constant(4)).Decode(Model.Directions, pair, _workspace).ToString()
            .ShouldBe("0-0 0-1 1-0 1-1 2-0 2-1");
        _workspace.Evidence[Evidence.Prior][_workspace.Evidence.Cell(1, 0)].ShouldBe(0.75f);
        _workspace.Evidence.HasPrior.ShouldBeTrue();
    }

    /// <summary>What the sampler drew is half of the posterior that other decoders see.</summary>
    [Fact]
    public void Model_and_sampler_are_told_apart()
    {
        SampledLinks sampled = new(1);
        sampled.Set(0, 3, [0, 1, 0, 0, 0, 0], [0.5f, 1, 0, 0, 0, 0]);
        Decoder(Constant(4)).Decode(Model.Directions, Pair with { Sampled = sampled[0] }, _workspace);
        At(Evidence.Forward, 0, 0).ShouldBe(0.9f, 1e-6f);
        At(Evidence.SampledForward, 0, 0).ShouldBe(0);
        At(Evidence.Reverse, 0, 0).ShouldBe(0.4f, 1e-6f);
        At(Evidence.SampledReverse, 0, 0).ShouldBe(0.5f);
        At(Evidence.Mean, 0, 0).ShouldBe((0.45f + 0.45f) / 2, 1e-6f);
        At(Evidence.SampledForward, 1, 0).ShouldBe(1);
        At(Evidence.Forward, 1, 0).ShouldBe(0, 1e-6f);
    }

    [Fact]
    public void A_link_of_another_aligner_lies_inside_the_pair() =>
        Should.Throw<ArgumentException>(() => Decoder(Constant(4)).Decode(
            Model.Directions, Pair with { Prior = [new ScoredLink(new Link(0, 2), 0.75f)] }, _workspace));

    /// <summary>Nothing of one pair is left when the next one comes.</summary>
    [Fact]
    public void A_workspace_is_as_good_as_a_new_one()
    {
        NetworkDecoder decoder = Decoder(Constant(4));
        decoder.Decode(
            Model.Directions, Pair with { Prior = [new ScoredLink(new Link(1, 0), 0.75f)] }, _workspace);
        decoder.Decode(Model.Directions, Pair, _workspace).ToString().ShouldBe("0-0 0-1 1-1 2-0 2-1");
        _workspace.Evidence.HasPrior.ShouldBeFalse();
    }

    [Fact]
    public void Without_samples_the_model_stands_for_them()
    {
        Decoder(Constant(4)).Decode(Model.Directions, Pair, _workspace);
        At(Evidence.SampledForward, 0, 0).ShouldBe(0.9f);
        At(Evidence.SampledReverse, 2, 0).ShouldBe(0.8f);
        _workspace.Evidence.HasPrior.ShouldBeFalse();
    }

    [Fact]
    public void Words_are_known_by_kind_and_frequency()
    {
        Decoder(Constant(4)).Decode(Model.Directions, Pair, _workspace);
        WordTraits[] source = _workspace.Evidence.SourceWords, target = _workspace.Evidence.TargetWords;
        source.Select(word => word.Text).ShouldBe(["the", "house", "."]);
        source.Select(word => word.IsPunctuation).ShouldBe([false, false, true]);
        source[0].LogFrequency.ShouldBe(MathF.Log(0.5f), 1e-6f);
        target.Select(word => word.Text).ShouldBe(["haus", "tür"]);
        target[1].LogFrequency.ShouldBe(MathF.Log(0.125f), 1e-6f);
    }

    [Fact]
    public void Possible_links_of_a_text_are_as_probable_as_the_lowest_network_finds_them()
    {
        PairLinks found = Decoder(Network(bias: 4) with { Base = Constant(-MathF.Log(3)) })
            .FindLinks(Model.Directions, Pair, _workspace);
        found.Links.Select(link => $"{link.Link}").ShouldBe(["0-0", "0-1", "1-1", "2-0", "2-1"]);
        found.Links.ShouldAllBe(link => Math.Abs(link.Probability - 0.25f) < 1e-6f);
        found.Stems.Source.ToArray().ShouldBe([0, 1, 2]);
        found.Stems.Target.ToArray().ShouldBe([0, -1]);
    }

    /// <summary>The first source word is linked with the first target word in another pair, others are not.</summary>
    [Fact]
    public void A_decoder_may_know_the_text()
    {
        LinkNetwork network = Network(bias: -1, ("stems elsewhere, links of times together", 3)) with
        {
            Base = Constant(-4),
        };
        NetworkDecoder decoder = Decoder(network);
        PairLinks here = decoder.FindLinks(Model.Directions, Pair, _workspace);
        PairLinks other = new(new StemmedPair(new[] { 0 }, new[] { 0 }), [new ScoredLink(new Link(0, 0), 1)]);
        decoder.Decode(Model.Directions, Pair, _workspace).ToString().ShouldBeEmpty();
        decoder.For(200, [here, other]).Decode(Model.Directions, Pair, _workspace).ToString().ShouldBe("0-0");
        decoder.For(199, [here, other]).Decode(Model.Directions, Pair, _workspace).ToString().ShouldBeEmpty();
    }

    /// <summary>Five possible links have 0.4 each: all have an expected F1 of 4/7, half of which is less.</summary>
    [Fact]
    public void Without_a_threshold_the_links_of_a_text_are_those_with_the_greatest_expected_F1()
    {
        NetworkDecoder decoder = Decoder(Constant(MathF.Log(0.4f / 0.6f)), threshold: null);
        PairLinks here = decoder.FindLinks(Model.Directions, Pair, _workspace);
        decoder.Decode(Model.Directions, Pair, _workspace).ToString().ShouldBeEmpty();
        decoder.For(1, [here]).Decode(Model.Directions, Pair, _workspace).ToString()
            .ShouldBe("0-0 0-1 1-1 2-0 2-1");
    }

    /// <summary>By the lowest network the threshold is 2/7, as above, whatever the one on it says.</summary>
    [Theory]
    [InlineData(0.3f, "0-0 0-1 1-1 2-0 2-1")]
    [InlineData(0.25f, "")]
    public void The_lowest_network_tells_the_threshold(float probability, string expected)
    {
        LinkNetwork network = Network(MathF.Log(probability / (1 - probability))) with
        {
            Base = Constant(MathF.Log(0.4f / 0.6f)),
        };
        NetworkDecoder decoder = Decoder(network, threshold: null);
        decoder.For(200, [decoder.FindLinks(Model.Directions, Pair, _workspace)])
            .Decode(Model.Directions, Pair, _workspace).ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, 0, false)]
    [InlineData(null, 1, true)]
    [InlineData(null, 9_999, true)]
    [InlineData(null, 10_000, false)]
    [InlineData(0.5f, 199, false)]
    [InlineData(0.5f, 200, true)]
    [InlineData(0.5f, 10_000, false)]
    public void A_text_is_looked_at_where_that_may_change_its_links(float? threshold, int pairs, bool expected) =>
        Decoder(Network(bias: 0) with { Base = Constant(0) }, threshold).LearnsFrom(pairs).ShouldBe(expected);

    [Fact]
    public void A_network_without_a_base_and_with_a_threshold_learns_nothing_from_a_text() =>
        Decoder(Constant(0)).LearnsFrom(300).ShouldBeFalse();

    /// <summary>More is taken by a lower threshold, and all of it has a higher probability.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.8)]
    public void The_threshold_is_one_of_the_probability(double threshold)
    {
        DecodingOptions options = new() { Symmetrization = "network" };
        IReadOnlyList<ScoredLink> byDefault = Decode(options), links = Decode(options with { Threshold = threshold });
        links.ShouldAllBe(link => link.Probability > threshold);
        Link[] more = [.. (threshold < 0.5 ? links : byDefault).Select(link => link.Link)];
        (threshold < 0.5 ? byDefault : links).ShouldAllBe(link => more.Contains(link.Link));
        links.Count.ShouldNotBe(byDefault.Count);
    }

    private IReadOnlyList<ScoredLink> Decode(DecodingOptions options)
    {
        TrainingResult trained = Samples.Train("statistical");
        IPairDecoder decoder = options.CreateDecoder(trained.Model);
        return [.. Enumerable.Range(0, trained.Corpus.Count).SelectMany(pair =>
            decoder.DecodeWithScores(trained.Model.Directions, trained.Pair(pair), _workspace).Links
                .Select(link => link with { Link = new Link(link.Link.Source + (1000 * pair), link.Link.Target) }))];
    }

    private static NetworkDecoder Decoder(LinkNetwork network, float? threshold = 0.5f) =>
        new(DecodingOptions.Sure.CreateDecoder(), new EvidenceCollector(Model), network, threshold);

    private float At(Evidence kind, int source, int target) =>
        _workspace.Evidence[kind][_workspace.Evidence.Cell(source, target)];

    private static LinkNetwork Constant(float bias) => new()
    {
        Weights = new float[LinkFeatures.Names.Count],
        HiddenBiases = [0],
        Output = [0],
        Direct = new float[LinkFeatures.Names.Count],
        Bias = bias,
    };

    /// <summary>A network that stands on another one.</summary>
    private static LinkNetwork Network(float bias, params (string Feature, float Direct)[] direct)
    {
        string[] names = [.. LinkNetwork.FeatureNames(hasBase: true)];
        LinkNetwork network = Constant(bias) with
        {
            Weights = new float[names.Length],
            Direct = new float[names.Length],
        };
        foreach ((string feature, float value) in direct)
        {
            network.Direct[Array.IndexOf(names, feature)] = value;
        }

        return network;
    }
}
