using Aligner.Core.Alignments;
using Aligner.Statistical.Combination;

namespace Aligner.Statistical.Tests.Combination;

public class StackedNetworkTrainerTests
{
    private static readonly LinkNetworkOptions Options = new() { Units = 4, BatchSize = 32, Epochs = 20 };

    /// <summary>
    /// A link whose own features tell nothing is right where those beside it are, which one network cannot see.
    /// </summary>
    [Fact]
    public void A_network_that_stands_on_another_learns_from_links_beside()
    {
        List<PairExamples> pairs = Pairs(300);
        Errors(StackedNetworkTrainer.Fit(pairs, Options, depth: 1), pairs).ShouldBeInRange(60, 240);
        Errors(StackedNetworkTrainer.Fit(pairs, Options, depth: 2), pairs).ShouldBeLessThan(6);
    }

    [Fact]
    public void There_is_a_network_for_each_step()
    {
        LinkNetwork network = StackedNetworkTrainer.Fit(Pairs(20), Options, depth: 3);
        network.Validate();
        network.Base!.Base!.Base.ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => StackedNetworkTrainer.Fit(Pairs(1), Options, depth: 0));
    }

    [Fact]
    public void Pairs_of_no_weight_teach_nothing()
    {
        List<PairExamples> pairs = Pairs(100);
        List<PairExamples> wrong = pairs.ConvertAll(pair => pair with { Targets = [0, 0], Weight = 0 });
        LinkNetwork network = StackedNetworkTrainer.Fit([.. pairs, .. wrong], Options, depth: 2);
        Errors(network, pairs).ShouldBeLessThan(4);
    }

    /// <summary>
    /// Pairs of two words with two links, both right or both wrong, of which the first feature of the first tells.
    /// </summary>
    internal static List<PairExamples> Pairs(int count)
    {
        Random random = new(1);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            float answer = random.Next(2);
            float[] features = new float[2 * LinkFeatures.Names.Count];
            features[0] = answer == 1 ? 1 : -1;
            return new PairExamples(2, 2, [new Link(0, 0), new Link(1, 1)], features, [answer, answer]);
        })];
    }

    private static int Errors(LinkNetwork network, IReadOnlyList<PairExamples> pairs)
    {
        LinkScores scores = new();
        int width = LinkNetwork.FeatureNames(hasBase: true).Count;
        int own = LinkFeatures.Names.Count + StackedFeatures.Names.ToList().IndexOf("base");
        return pairs.Sum(pair =>
        {
            float[] features = scores.FeaturesAbove(network, pair).ToArray();
            return Enumerable.Range(0, pair.Links.Count)
                .Count(k => features[(k * width) + own] > 0.5f != pair.Targets[k] > 0.5f);
        });
    }
}
