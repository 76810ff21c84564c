using Aligner.Core.Corpora;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Core.Tests.Corpora;

public class ShardTests
{
    [Fact]
    public void Ten_pairs_are_three_three_and_four() => Parts(10, 3).ShouldBe([new(0, 3), new(3, 6), new(6, 10)]);

    [Fact]
    public void A_part_begins_with_a_block() => Parts(10, 2, block: 4).ShouldBe([new(0, 4), new(4, 10)]);

    [Fact]
    public void Some_parts_are_empty_where_there_are_more_parts_than_pairs() =>
        Parts(2, 4).Select(part => part.Count).ShouldBe([0, 1, 0, 1]);

    [Fact]
    public void The_longest_text_can_be_parted() =>
        new Shard(int.MaxValue, int.MaxValue).Of(long.MaxValue, int.MaxValue).End.ShouldBe(long.MaxValue);

    [Fact]
    public void Parts_follow_each_other_and_differ_by_one_block_at_most()
    {
        Gen<(int Pairs, int Parts, int Block)> cases =
            from pairs in Gen.Choose(0, 1000)
            from parts in Gen.Choose(1, 50)
            from block in Gen.Choose(1, 100)
            select (pairs, parts, block);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            PairRange[] parts = Parts(c.Pairs, c.Parts, c.Block);
            return parts[0].Start == 0
                && parts[^1].End == c.Pairs
                && parts.Zip(parts.Skip(1)).All(next => next.First.End == next.Second.Start)
                && parts.All(part => part.Start % c.Block == 0 || part.Start == c.Pairs)
                && parts.Max(part => part.Count) - parts.Min(part => part.Count) <= c.Block;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(1, 3));
    }

    private static PairRange[] Parts(long pairs, int count, int block = 1) =>
        [.. Enumerable.Range(1, count).Select(number => new Shard(number, count).Of(pairs, block))];
}
