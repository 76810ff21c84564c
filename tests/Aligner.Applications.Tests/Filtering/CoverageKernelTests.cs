using Aligner.Applications.Filtering;

namespace Aligner.Applications.Tests.Filtering;

public class CoverageKernelTests
{
    [Fact]
    public void The_links_of_words_are_weighted_by_their_letters() =>
        CoverageKernel.Cover([3, 1, 0], [0.5f, 1, 0]).ShouldBe(2.5 / 4, 1e-6);

    // The middle of eight letters lies in the second word, of which two letters belong to each half.
    [Theory]
    [InlineData(0, 0.5, 0.75)]
    [InlineData(0.5, 1, 0.25)]
    public void A_word_over_the_middle_counts_in_both_halves(double start, double end, double expected) =>
        CoverageKernel.Cover([2, 4, 2], [1, 0.5f, 0], start, end).ShouldBe(expected, 1e-6);

    [Fact]
    public void What_has_no_letters_is_covered() => CoverageKernel.Cover([0, 0], [0, 0]).ShouldBe(1);

    // 0, 4 · 0.5, then 1 · −0.5 and 2 · 0.5: the last three words together lack more than any of them.
    [Fact]
    public void The_worst_gap_spans_a_word_that_is_linked() =>
        CoverageKernel.WorstGap([3, 4, 1, 2], [1, 0, 1, 0]).ShouldBe(2.5 / 10, 1e-9);

    [Fact]
    public void Words_that_are_linked_by_one_half_leave_no_gap() =>
        CoverageKernel.WorstGap([3, 4], [0.5f, 0.6f]).ShouldBe(0);
}
