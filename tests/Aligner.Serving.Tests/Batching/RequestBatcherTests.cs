using Aligner.Core.Alignments;
using Aligner.Serving.Batching;
using Aligner.Serving.Requests;

namespace Aligner.Serving.Tests.Batching;

public class RequestBatcherTests
{
    [Fact]
    public async Task Many_that_ask_at_once_get_the_links_of_their_own_pairs()
    {
        await using RequestBatcher batcher = TrainedAligner.Serve(new ServingOptions { MaxBatch = 3 });
        string[] sources = ["a", "b c", "c b a"];
        Task<AlignedPair>[] answers = [.. Enumerable.Range(0, 60).Select(k => batcher.AlignAsync(
            new PairText(sources[k % 3], sources[k % 3].ToUpperInvariant()),
            CancellationToken.None))];

        AlignedPair[] pairs = await Task.WhenAll(answers);

        for (int k = 0; k < pairs.Length; k++)
        {
            pairs[k].Words.Source.ShouldBe(sources[k % 3].Split(' '));
            pairs[k].Links.ToAlignment().ShouldBe(
                Alignment.Of(pairs[k].Words.Source.Select((_, word) => new Link(word, word))));
        }

        batcher.Health.ShouldBe(new ServiceHealth("ok", 0, 60));
    }

    [Fact]
    public async Task A_pair_beyond_those_that_may_wait_is_refused()
    {
        RequestBatcher batcher = TrainedAligner.Serve(new ServingOptions { MaxWaiting = 1, MaxBatch = 1 });
        PairText pair = new("a", "A");
        string large = string.Join(' ', Enumerable.Repeat("a", 900));
        Task first = batcher.AlignAsync(new PairText(large, large), CancellationToken.None);
        int refused = 0;
        for (int k = 0; k < 1000; k++)
        {
            try
            {
                _ = batcher.AlignAsync(pair, CancellationToken.None);
            }
            catch (ServiceBusyException)
            {
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(0);
        await first;
        await batcher.DisposeAsync();
        Should.Throw<ServiceBusyException>(() => { _ = batcher.AlignAsync(pair, CancellationToken.None); });
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    public void Limits_are_positive(int batch, int waiting, int bytes) =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            new ServingOptions { MaxBatch = batch, MaxWaiting = waiting, MaxBytes = bytes }.Validate());
}
