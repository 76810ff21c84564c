using Aligner.Applications.Projection;
using Aligner.Core.Alignments;

namespace Aligner.Applications.Tests.Projection;

public class AnchorProjectorTests
{
    private static readonly AnchorProjector Projector =
        new([new(new Link(1, 0), 0.4f), new(new Link(1, 2), 0.9f), new(new Link(4, 3), 0.5f)], 5);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(0, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    public void The_most_probable_link_or_that_of_the_nearest_neighbor_decides(int word, int expected) =>
        Projector.Project(word).ShouldBe(expected);

    [Fact]
    public void Without_links_there_is_no_word() => new AnchorProjector([], 3).Project(1).ShouldBeNull();
}
