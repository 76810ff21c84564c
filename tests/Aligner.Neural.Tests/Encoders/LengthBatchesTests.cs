using Aligner.Neural.Encoders;

namespace Aligner.Neural.Tests.Encoders;

public class LengthBatchesTests
{
    [Fact]
    public void Sequences_of_similar_length_share_a_batch_within_the_budget() =>
        LengthBatches.Group([3, 9, 4, 30, 2, 8], budget: 18).Select(batch => batch.ToArray())
            .ShouldBe([[3], [1, 5], [2, 0, 4]]);

    [Fact]
    public void Equal_lengths_keep_their_order_and_nothing_is_lost()
    {
        int[] lengths = [.. Enumerable.Range(0, 1000).Select(i => 1 + (i * 7919 % 50))];
        IReadOnlyList<ReadOnlyMemory<int>> batches = LengthBatches.Group(lengths, budget: 64);
        int[] all = [.. batches.SelectMany(batch => batch.ToArray())];
        all.ShouldBe(Enumerable.Range(0, 1000).OrderByDescending(i => lengths[i]));
        foreach (ReadOnlyMemory<int> batch in batches)
        {
            (batch.Length * lengths[batch.Span[0]]).ShouldBeLessThanOrEqualTo(64);
        }
    }
}
