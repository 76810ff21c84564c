using Aligner.Core.Alignments;

namespace Aligner.Core.Tests.Alignments;

public class UnlinkedRunTests
{
    [Fact]
    public void Adjacent_words_without_a_link_are_one_run_with_the_mean_of_their_probabilities() =>
        UnlinkedRun.Find(new HashSet<int> { 2, 4 }, [0.5f, 1, 0.1f, 0.75f, 0, 0.25f]).ShouldBe(
            [new UnlinkedRun(0, 2, 0.75f), new UnlinkedRun(3, 1, 0.75f), new UnlinkedRun(5, 1, 0.25f)]);

    [Fact]
    public void A_side_whose_words_are_all_linked_has_none() =>
        UnlinkedRun.Find(new HashSet<int> { 0, 1 }, [0.5f, 0.5f]).ShouldBeEmpty();
}
