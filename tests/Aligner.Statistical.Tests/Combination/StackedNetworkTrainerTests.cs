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
        Errors(Fit(pairs, depth: 1), pairs).ShouldBeInRange(60, 240);
        Errors(Fit(pairs, depth: 2), pairs).ShouldBeLessThan(6);
    }

    [Fact]
    public void There_is_a_network_for_each_step()
    {
        LinkNetwork network = Fit(Pairs(20), depth: 3);
        network.Validate();
        network.Base!.Base!.Base.ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => Fit(Pairs(1), depth: 0));
    }

    [Fact]
    public void Pairs_of_no_weight_teach_nothing()
    {
        List<PairExamples> pairs = Pairs(100);
        List<PairExamples> wrong = pairs.ConvertAll(pair => pair with { Targets = [0, 0], Weight = 0 });
        LinkNetwork network = Fit([.. pairs, .. wrong], depth: 2);
        Errors(network, pairs).ShouldBeLessThan(4);
    }

    /// <summary>
    /// A link whose own features tell nothing is right if its stems are linked in other pairs, which is not known of
    /// large texts.
    /// </summary>
    [Theory]
    [InlineData(1000, 0, 30)]
    [InlineData(100_000, 300, 700)]
    public void A_network_that_stands_on_another_learns_from_links_of_the_same_stems(int size, int least, int most)
    {
        Random random = new(2);
        List<PairExamples> pairs = [.. Enumerable.Range(0, 1000).Select(_ =>
        {
            int stem = random.Next(20);
            float[] features = new float[LinkFeatures.Names.Count];
            features[0] = random.Next(4) > 0 ? 0 : stem % 2 == 0 ? 1 : -1;
            return new PairExamples(
                new StemmedPair(new[] { stem }, new[] { stem }), [new Link(0, 0)], features, [(stem + 1) % 2]);
        })];
        LinkNetwork network =
            StackedNetworkTrainer.Fit([new TextExamples(size, pairs)], Options with { Epochs = 40 }, depth: 2);
        LinkScores scores = new();
        IEnumerable<PairLinks> links =
            pairs.Select(pair => PairLinks.Of(pair.Stems, pair.Links, scores.Lowest(network, pair)));
        StemLinkTable? text = StemLinkTable.Suits(size) ? StemLinkTable.Of([.. links]) : null;
        Errors(network, pairs, text).ShouldBeInRange(least, most);
        Errors(network, pairs, text: null).ShouldBeInRange(300, 700); // it knows when it does not know
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
            return new PairExamples(
                new StemmedPair(new int[2], new int[2]), [new Link(0, 0), new Link(1, 1)], features, [answer, answer]);
        })];
    }

    private static LinkNetwork Fit(IReadOnlyList<PairExamples> pairs, int depth) =>
        StackedNetworkTrainer.Fit([new TextExamples(1, pairs)], Options, depth);

    private static int Errors(LinkNetwork network, IReadOnlyList<PairExamples> pairs, StemLinkTable? text = null)
    {
        LinkScores scores = new();
        int width = LinkNetwork.FeatureNames(hasBase: true).Count;
        int own = LinkFeatures.Names.Count + StackedFeatures.Names.ToList().IndexOf("base");
        return pairs.Sum(pair =>
        {
            float[] features = scores.FeaturesAbove(network, pair, text).ToArray();
            return Enumerable.Range(0, pair.Links.Count)
                .Count(k => features[(k * width) + own] > 0.5f != pair.Targets[k] > 0.5f);
        });
    }
}
