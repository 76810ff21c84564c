using Aligner.Core.Alignments;
using Aligner.Statistical.Interpolation;

namespace Aligner.Statistical.Tests.Interpolation;

public class CountedLexiconTests
{
    [Fact]
    public void Links_count_as_much_as_they_are_probable_and_some_mass_is_left()
    {
        CountedLexicon lexicon = new();
        lexicon.Add([7, 8], [3, 4], [new(new Link(0, 0), 1), new(new Link(0, 1), 0.5f), new(new Link(1, 1), 1)]);
        lexicon.Add([7], [3], [new(new Link(0, 0), 1)]);

        // 7 has 2.5 links, and ½ for what it has not met.
        lexicon[7, 3].ShouldBe(2 / 3.0, 1e-6);
        lexicon[7, 4].ShouldBe(0.5 / 3, 1e-6);
        lexicon[8, 4].ShouldBe(1 / 1.5, 1e-6);
        lexicon[8, 3].ShouldBe(0);
        lexicon[9, 3].ShouldBe(0);
    }
}
