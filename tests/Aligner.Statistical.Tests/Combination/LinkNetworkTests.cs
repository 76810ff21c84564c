using System.Text;
using Aligner.Core.Alignments;
using Aligner.Statistical.Combination;

namespace Aligner.Statistical.Tests.Combination;

public class LinkNetworkTests
{
    [Fact]
    public void A_hidden_layer_and_the_features_themselves_give_the_probability()
    {
        LinkNetwork network = new()
        {
            Weights = [1, -1, 0, 2],
            HiddenBiases = [0.5f, 0],
            Output = [2, 1],
            Direct = [0.25f, -0.5f],
            Bias = 0.125f,
        };
        // x = (1, 3): hidden tanh(1.5) and tanh(5); 0.125 + 0.25 - 1.5 + 2 tanh(1.5) + tanh(5).
        double logOdds = -1.125 + (2 * Math.Tanh(1.5)) + Math.Tanh(5);
        network.Probability([1, 3], new float[2]).ShouldBe((float)(1 / (1 + Math.Exp(-logOdds))), 1e-5f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_network_is_read_as_it_was_written(int depth)
    {
        LinkNetwork? network = StackedNetworkTrainer.Fit(
            [new TextExamples(20, StackedNetworkTrainerTests.Pairs(20))],
            new LinkNetworkOptions { Units = 3, BatchSize = 10 },
            depth);
        using StringWriter text = new();
        LinkNetworkFormat.Write(text, network);
        LinkNetwork? read = Read(text.ToString());
        for (; network is not null; (network, read) = (network.Base, read.Base))
        {
            read.ShouldNotBeNull();
            read.Weights.ShouldBe(network.Weights);
            read.HiddenBiases.ShouldBe(network.HiddenBiases);
            read.Output.ShouldBe(network.Output);
            read.Direct.ShouldBe(network.Direct);
            read.Bias.ShouldBe(network.Bias);
        }

        read.ShouldBeNull();
        string other = text.ToString().Replace("product", "produce", StringComparison.Ordinal);
        Should.Throw<InvalidDataException>(() => Read(other));
    }

    [Fact]
    public void Numbers_that_do_not_fit_together_are_refused()
    {
        LinkNetwork network = LinkNetworkFormat.Shipped;
        network.Validate();
        Should.Throw<ArgumentException>((network with { Direct = [1] }).Validate);
        Should.Throw<ArgumentException>((network with { HiddenBiases = [1] }).Validate);
        Should.Throw<ArgumentException>((network with { Weights = [] }).Validate);
        Should.Throw<ArgumentException>((network with { Bias = float.NaN }).Validate);
        Should.Throw<ArgumentException>((network with { Base = network.Base! with { Bias = float.NaN } }).Validate);
        Should.Throw<ArgumentException>((network with { Base = null }).Validate); // features of none
    }

    [Fact]
    public void A_network_can_be_printed() =>
        $"{LinkNetworkFormat.Shipped.Base}".ShouldStartWith(nameof(LinkNetwork));

    [Fact]
    public void Networks_do_not_stand_on_each_other_without_end()
    {
        LinkNetwork network = LinkNetworkFormat.Shipped;
        for (int k = 0; k < 6; k++)
        {
            network = network with { Base = network };
        }

        network.Validate();
        Should.Throw<ArgumentException>((network with { Base = network }).Validate);
    }

    /// <summary>Of four links everyone is sure; of another nobody is, and its words have better ones.</summary>
    [Fact]
    public void The_network_that_ships_believes_what_all_say()
    {
        PairEvidence pair = new();
        WordTraits[] words = [.. "abcd".Select(letter => new WordTraits($"{letter}", false, -9))];
        pair.Begin(words, words, new StemmedPair(new int[4], new int[4]), hasPrior: false);
        for (Evidence kind = Evidence.Forward; kind <= Evidence.Mean; kind++)
        {
            pair.Set(kind, [.. Enumerable.Range(0, 4).Select(word => new ScoredLink(new Link(word, word), 0.85f))]);
            pair.Set(kind, [new ScoredLink(new Link(0, 3), 0.12f)]);
        }

        Probability(1, 1).ShouldBeGreaterThan(0.7f);
        Probability(3, 3).ShouldBeGreaterThan(0.7f);
        Probability(0, 3).ShouldBeLessThan(0.5f);

        float Probability(int source, int target)
        {
            LinkFeatures features = new();
            features.Begin(pair);
            List<Link> links = [];
            LinkFeatures.FindPossible(pair, links);
            return new LinkScores().Of(LinkNetworkFormat.Shipped, pair, features, links)[
                links.IndexOf(new Link(source, target))];
        }
    }

    private static LinkNetwork Read(string json) =>
        LinkNetworkFormat.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
