using Aligner.Applications.Reordering;
using Aligner.Core.Alignments;

namespace Aligner.Applications.Tests.Reordering;

public class OrderSummaryTests
{
    [Fact]
    public void Pairs_without_source_words_do_not_count()
    {
        OrderSummary summary = new();
        summary.Add(SourceOrder.Of(Alignment.Of(new Link(0, 1), new Link(1, 0)), 2));
        summary.Add(SourceOrder.Of(Alignment.Of(new Link(0, 0), new Link(1, 1)), 2));
        summary.Add(SourceOrder.Of(Alignment.Empty, 0));

        summary.Pairs.ShouldBe(2);
        summary.BtgValid.ShouldBe(2);
        summary.KendallTau.ShouldBe(0);
        summary.CrossingRate.ShouldBe(0.5);
    }

    [Fact]
    public void No_pairs_are_in_order()
    {
        new OrderSummary().KendallTau.ShouldBe(1);
        new OrderSummary().CrossingRate.ShouldBe(0);
    }
}
