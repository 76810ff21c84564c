using Aligner.Combination.Networks;

namespace Aligner.Combination.Tests.Networks;

public class LinkExamplesTests
{
    [Fact]
    public void Examples_are_kept_as_they_were_added()
    {
        LinkExamples examples = new(["first", "second"]);
        examples.Add([1, 2], target: 0.5f, weight: 3);
        examples.Add([4, 5], target: 1, weight: 6);
        (examples.Count, examples.Width).ShouldBe((2, 2));
        examples.Values(0).ToArray().ShouldBe([1, 2]);
        examples.Values(1).ToArray().ShouldBe([4, 5]);
        (examples.Target(0), examples.Weight(0)).ShouldBe((0.5f, 3));
        (examples.Target(1), examples.Weight(1)).ShouldBe((1, 6));
    }
}
