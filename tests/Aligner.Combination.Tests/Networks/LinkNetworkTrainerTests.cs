using Aligner.Combination.Networks;

namespace Aligner.Combination.Tests.Networks;

public class LinkNetworkTrainerTests
{
    /// <summary>A link where just one of two features is high: no sum of both tells.</summary>
    [Fact]
    public void What_is_learned_need_not_be_linear()
    {
        LinkExamples examples = Examples(4000, (x, y) => x > 0.5 != y > 0.5 ? 1 : 0);
        LinkNetworkOptions options = new() { Units = 8, Epochs = 60, BatchSize = 64 };
        LinkNetwork network = LinkNetworkTrainer.Fit(examples, options);
        Errors(network, examples).ShouldBeLessThan(200);
    }

    [Fact]
    public void The_same_seed_gives_the_same_network()
    {
        LinkExamples examples = Examples(300, (x, _) => x > 0.3 ? 1 : 0);
        LinkNetworkOptions options = new() { Units = 4, BatchSize = 32, Seed = 3 };
        LinkNetworkTrainer.Fit(examples, options).Weights.ShouldBe(LinkNetworkTrainer.Fit(examples, options).Weights);
        LinkNetworkTrainer.Fit(examples, options with { Seed = 4 }).Weights
            .ShouldNotBe(LinkNetworkTrainer.Fit(examples, options).Weights);
    }

    [Fact]
    public void A_network_knows_the_features_that_it_was_fitted_to()
    {
        LinkExamples examples = Examples(40, (_, _) => 1);
        LinkNetwork network = LinkNetworkTrainer.Fit(examples, new LinkNetworkOptions { Units = 5 });
        network.Features.ShouldBe(examples.Features);
        network.Units.ShouldBe(5);
        network.Validate();
    }

    /// <summary>Where the share of links is 0.4, the probability is above ½ if the threshold is lower.</summary>
    [Theory]
    [InlineData(0.3, true)]
    [InlineData(0.5, false)]
    public void The_threshold_becomes_a_half(double threshold, bool isLinked)
    {
        LinkExamples examples = Examples(2000, (_, _) => 0.4f);
        LinkNetworkOptions options = new() { Units = 2, BatchSize = 100, Threshold = threshold };
        LinkNetwork network = LinkNetworkTrainer.Fit(examples, options);
        (network.Probability(examples.Values(7), new float[2]) > 0.5f).ShouldBe(isLinked);
    }

    /// <summary>Of ten examples alike three are links: without a shift the probability is 0.3.</summary>
    [Fact]
    public void Probabilities_are_as_often_right_as_they_say()
    {
        LinkExamples examples = new(["constant"]);
        for (int k = 0; k < 1000; k++)
        {
            examples.Add([1], target: k % 10 < 3 ? 1 : 0, weight: 1);
        }

        LinkNetworkOptions options =
            new() { Units = 2, Epochs = 200, BatchSize = 100, LearningRate = 0.05, Threshold = 0.5 };
        LinkNetworkTrainer.Fit(examples, options).Probability([1], new float[2]).ShouldBe(0.3f, 0.01f);
    }

    /// <summary>Links have 21, others 20.</summary>
    [Fact]
    public void Features_may_lie_far_from_0()
    {
        LinkExamples examples = new(["far"]);
        for (int k = 0; k < 1000; k++)
        {
            examples.Add([20 + (k % 2)], target: k % 2, weight: 1);
        }

        LinkNetworkOptions options = new() { Units = 2, Epochs = 60, BatchSize = 100, LearningRate = 0.05 };
        Errors(LinkNetworkTrainer.Fit(examples, options), examples).ShouldBe(0);
    }

    [Fact]
    public void Examples_of_no_weight_teach_nothing()
    {
        LinkExamples both = Examples(1000, (_, _) => 1);
        float[] features = both.Values(0).ToArray();
        for (int k = 0; k < 5000; k++)
        {
            both.Add(features, 0, weight: 0);
        }

        LinkNetwork network = LinkNetworkTrainer.Fit(both, new LinkNetworkOptions { Units = 2, BatchSize = 100 });
        network.Probability(features, new float[2]).ShouldBeGreaterThan(0.5f);
    }

    /// <summary>Examples whose first two features are random from 0 to 1, a third 0.</summary>
    private static LinkExamples Examples(int count, Func<double, double, float> target)
    {
        Random random = new(1);
        LinkExamples examples = new(["first", "second", "nothing"]);
        for (int k = 0; k < count; k++)
        {
            (float first, float second) = (random.NextSingle(), random.NextSingle());
            examples.Add([first, second, 0], target(first, second), weight: 1);
        }

        return examples;
    }

    private static int Errors(LinkNetwork network, LinkExamples examples)
    {
        float[] hidden = new float[network.Units];
        return Enumerable.Range(0, examples.Count).Count(
            k => network.Probability(examples.Values(k), hidden) > 0.5f != examples.Target(k) > 0.5f);
    }
}
