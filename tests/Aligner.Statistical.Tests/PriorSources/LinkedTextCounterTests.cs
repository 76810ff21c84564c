using Aligner.Core.Alignments;
using Aligner.Statistical.Priors;
using Aligner.Statistical.PriorSources;

namespace Aligner.Statistical.Tests.PriorSources;

public class LinkedTextCounterTests
{
    [Fact]
    public void Links_and_jumps_between_neighbors_are_counted()
    {
        LinkedTextCounter counter = new();

        // a–y, b–x b–z: y stands at a; x and z at b. From x to y one back, from y to z one ahead.
        counter.Add(Bitexts.Tokens("a b c ||| x y z"), Alignment.Of([new(0, 1), new(1, 0), new(1, 2)]));
        counter.Add(Bitexts.Tokens("b c ||| x"), Alignment.Of([new(0, 0)]));
        AlignmentPriors priors = counter.ToPriors();

        priors.Words.ShouldBe(
            [new("a", "y", 1), new("b", "x", 2), new("b", "z", 1)], ignoreOrder: true);
        priors.ForwardJumps.ShouldBe([new(-1, 1), new(1, 1)], ignoreOrder: true);
        priors.ReverseJumps.ShouldBe([new KeyValuePair<int, double>(-1, 1)]);
    }
}
