using Aligner.Applications.Phrases;

namespace Aligner.Applications.Tests.Phrases;

public class OrientationsTests
{
    // a b c d against A C B D E: b and c change places, and d is far from E's neighbor.
    private static readonly AlignedPair Pair = AlignedPairs.Of("a b c d", "A C B D", "0-0 1-2 2-1 3-3");

    private static readonly Orientations Told = new(Pair.Links.Links, 4, 4);

    [Fact]
    public void A_phrase_at_the_start_is_monotone() =>
        Told.Previous(new PhrasePair(0, 1, 0, 1)).ShouldBe(Orientation.Monotone);

    [Fact]
    public void A_phrase_at_the_end_is_monotone() =>
        Told.Next(new PhrasePair(3, 4, 3, 4)).ShouldBe(Orientation.Monotone);

    [Fact]
    public void Words_that_change_places_swap()
    {
        Told.Previous(new PhrasePair(1, 2, 2, 3)).ShouldBe(Orientation.Swap);
        Told.Next(new PhrasePair(2, 3, 1, 2)).ShouldBe(Orientation.Swap);
    }

    [Fact]
    public void Words_far_from_the_neighbor_are_discontinuous()
    {
        Told.Previous(new PhrasePair(2, 3, 1, 2)).ShouldBe(Orientation.Discontinuous);
        Told.Next(new PhrasePair(0, 1, 0, 1)).ShouldBe(Orientation.Discontinuous);
    }

    [Fact]
    public void A_phrase_that_covers_what_changes_places_is_monotone()
    {
        Told.Previous(new PhrasePair(1, 3, 1, 3)).ShouldBe(Orientation.Monotone);
        Told.Next(new PhrasePair(1, 3, 1, 3)).ShouldBe(Orientation.Monotone);
    }
}
