using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;

namespace Aligner.Combination.Tests.Deciders;

public class PosteriorMergeKernelTests
{
    [Theory]
    [InlineData(PosteriorMerge.Product, new float[] { 0.5f, 0, 0.375f, 1 })]
    [InlineData(PosteriorMerge.Mean, new float[] { 0.625f, 0.25f, 0.40625f, 1 })]
    [InlineData(PosteriorMerge.Min, new float[] { 0.25f, 0, 0.25f, 1 })]
    public void Both_directions_give_one_probability(PosteriorMerge merge, float[] expected)
    {
        PairEvidence pair = MadeUp.Pair(
            2,
            2,
            new Opinion(ExpertKind.Forward, [[0.25f, 0.5f], [0.25f, 1]]),
            new Opinion(ExpertKind.Reverse, [[1, 0], [0.5625f, 1]]));

        LinkTable merged = PosteriorMergeKernel.Merge(merge, pair);

        MadeUp.Rows(merged).ShouldBe([expected[..2], expected[2..]]);
        merged.Cells[merged.Cell(0, 0) - 1].ShouldBe(0); // and around the words there is nothing
    }
}
