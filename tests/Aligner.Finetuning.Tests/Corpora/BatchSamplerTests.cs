using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Finetuning.Corpora;

namespace Aligner.Finetuning.Tests.Corpora;

public class BatchSamplerTests
{
    private readonly TrainingCorpus _corpus = new(Tokenizers.Letters(), maxPieces: 20);

    public BatchSamplerTests()
    {
        _corpus.AddGroup(Pairs(900));
        _corpus.AddGroup(Pairs(100));
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.75)]
    [InlineData(1, 0.9)]
    public void Groups_are_drawn_by_their_size_to_a_power(double balance, double expected)
    {
        BatchSampler sampler = new(_corpus, new SamplerOptions { Balance = balance, PoolSize = 20_000 });
        int[] pairs = Draw(sampler, 20_000);
        (pairs.Count(pair => pair < 900) / 20_000.0).ShouldBe(expected, 0.01);
    }

    [Theory]
    [InlineData(0, 3, 0.25)]
    [InlineData(1, 0.25, 0.972973)]
    public void A_group_is_drawn_as_many_times_more_often_as_its_weight_says(
        double balance, double weight, double expected)
    {
        TrainingCorpus corpus = new(Tokenizers.Letters(), maxPieces: 20);
        corpus.AddGroup(Pairs(900));
        corpus.AddGroup(Pairs(100), weight);
        BatchSampler sampler = new(corpus, new SamplerOptions { Balance = balance, PoolSize = 20_000 });
        (Draw(sampler, 20_000).Count(pair => pair < 900) / 20_000.0).ShouldBe(expected, 0.01);
        Should.Throw<ArgumentOutOfRangeException>(() => corpus.AddGroup(Pairs(1), weight: 0));
    }

    [Fact]
    public void Every_pair_of_a_group_comes_before_any_comes_again()
    {
        BatchSampler sampler = new(_corpus, new SamplerOptions { Balance = 1, PoolSize = 500 });
        int[] counts = new int[1000];
        foreach (int pair in Draw(sampler, 5000))
        {
            counts[pair]++;
        }

        (counts[..900].Max() - counts[..900].Min()).ShouldBeLessThanOrEqualTo(1);
        (counts[900..].Max() - counts[900..].Min()).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Batches_keep_to_their_size_and_hold_pairs_of_similar_length()
    {
        BatchSampler sampler = new(_corpus, new SamplerOptions { BatchPositions = 100, PoolSize = 400 });
        int spread = 0, batches = 0;
        for (int drawn = 0; drawn < 4000; batches++)
        {
            int[] batch = sampler.Next();
            int source = batch.Max(pair => _corpus.Lengths(pair).Source);
            int target = batch.Max(pair => _corpus.Lengths(pair).Target);
            (batch.Length * (source + target)).ShouldBeLessThanOrEqualTo(100);
            spread += source - batch.Min(pair => _corpus.Lengths(pair).Source);
            drawn += batch.Length;
        }

        ((double)spread / batches).ShouldBeLessThan(0.5);
        sampler.Drawn.ShouldBe(batches);
    }

    [Fact]
    public void Skipping_batches_goes_on_where_another_sampler_stopped()
    {
        SamplerOptions options = new() { BatchPositions = 200, PoolSize = 100, Seed = 7 };
        BatchSampler first = new(_corpus, options), second = new(_corpus, options);
        first.Skip(57);
        for (int i = 0; i < 57; i++)
        {
            second.Next();
        }

        first.Next().ShouldBe(second.Next());
        new BatchSampler(_corpus, options with { Seed = 8 }).Next()
            .ShouldNotBe(new BatchSampler(_corpus, options).Next());
    }

    private static int[] Draw(BatchSampler sampler, int count)
    {
        List<int> pairs = [];
        while (pairs.Count < count)
        {
            pairs.AddRange(sampler.Next());
        }

        return [.. pairs[..count]];
    }

    private static IEnumerable<(TokenizedPair, IReadOnlyList<ScoredLink>)> Pairs(int count) =>
        Enumerable.Range(0, count).Select(i => (
            new TokenizedPair(["abcdefgh"[..(1 + (i % 8))]], ["a"]), (IReadOnlyList<ScoredLink>)[]));
}
