using Aligner.Core.Alignments;

namespace Aligner.Core.Tests.Alignments;

public class AlignmentTests
{
    [Fact]
    public void Links_are_sorted_by_source_then_target_and_repeated_ones_count_once()
    {
        Alignment alignment = Alignment.Of(new Link(2, 0), new Link(0, 3), new Link(2, 0), new Link(0, 1));

        alignment.ToString().ShouldBe("0-1 0-3 2-0");
    }

    [Fact]
    public void Equality_is_by_links_whatever_order_they_came_in()
    {
        Alignment one = Alignment.Of(new Link(0, 1), new Link(1, 0));
        Alignment other = Alignment.Of(new Link(1, 0), new Link(0, 1));

        one.ShouldBe(other);
        one.GetHashCode().ShouldBe(other.GetHashCode());
        one.ShouldNotBe(Alignment.Of(new Link(0, 1)));
    }

    [Fact]
    public void Huge_indices_cost_nothing()
    {
        Alignment alignment = Alignment.Of(new Link(99999, 99999), new Link(0, int.MaxValue));

        alignment.Contains(new Link(99999, 99999)).ShouldBeTrue();
        alignment.Contains(new Link(99999, 99998)).ShouldBeFalse();
        alignment.Swap().ToString().ShouldBe("99999-99999 2147483647-0");
    }

    [Fact]
    public void Set_operations_keep_order()
    {
        Alignment one = Alignment.Of(new Link(0, 0), new Link(1, 1), new Link(2, 2));
        Alignment other = Alignment.Of(new Link(1, 1), new Link(0, 5));

        one.Union(other).ToString().ShouldBe("0-0 0-5 1-1 2-2");
        one.Intersect(other).ToString().ShouldBe("1-1");
    }

    [Fact]
    public void Negative_indices_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Alignment.Of(new Link(-1, 0)));

    [Fact]
    public void Sure_links_are_possible_too()
    {
        GoldAlignment gold = new(Alignment.Of(new Link(0, 0)), Alignment.Of(new Link(1, 1)));

        gold.Possible.ToString().ShouldBe("0-0 1-1");
    }
}
