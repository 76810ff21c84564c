using Aligner.Finetuning.Parameters;

namespace Aligner.Finetuning.Tests.Parameters;

public sealed class GradientTests : RuntimeTests, IDisposable
{
    private readonly Parameter _parameter = new("w", [4, 2], decays: false);

    private Gradient Gradient => _parameter.Gradient;

    [Fact]
    public void Rows_are_summed_in_the_order_of_their_first_place()
    {
        Gradient.AddRows([2, 0, -2], [1, 2, 3, 4, 5, 6]);
        Gradient.AddRows([0], [10, 20]);
        Gradient.Rows.ShouldBe([2, 0]);
        Gradient.Values.ToArray().ShouldBe([6, 8, 13, 24]);
        Gradient.SumOfSquares().ShouldBe(36 + 64 + 169 + 576);
        Gradient.Clear();
        Gradient.IsEmpty.ShouldBeTrue();
        Gradient.AddRows([0], [1, 1]);
        Gradient.Values.ToArray().ShouldBe([1, 1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_and_dense_parts_add_up_in_any_order(bool rowsFirst)
    {
        void AddRows() => Gradient.AddRows([3, 1], [1, 2, 3, 4]);
        Action[] parts = [AddRows, () => Gradient.Add([1, 1, 1, 1, 1, 1, 1, 1])];
        Array.ForEach(rowsFirst ? parts : [.. parts.Reverse()], part => part());
        Gradient.IsDense.ShouldBeTrue();
        Gradient.Values.ToArray().ShouldBe([1, 1, 4, 5, 1, 1, 2, 3]);
    }

    public void Dispose() => _parameter.Dispose();
}
