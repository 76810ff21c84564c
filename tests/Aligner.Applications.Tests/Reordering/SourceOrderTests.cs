using Aligner.Applications.Reordering;
using Aligner.Core.Alignments;

namespace Aligner.Applications.Tests.Reordering;

public class SourceOrderTests
{
    // "ich habe ein Buch gelesen" to "I have read a book".
    [Fact]
    public void Words_are_sorted_by_the_position_of_their_counterparts()
    {
        SourceOrder order = Of(5, (0, 0), (1, 1), (2, 3), (3, 4), (4, 2));

        order.Permutation.ShouldBe([0, 1, 4, 2, 3]);
        order.KendallTau.ShouldBe(1 - (2 * 2 / 10.0), 1e-12);
        order.CrossingRate.ShouldBe(2 / 10.0, 1e-12);
        order.IsBtgValid.ShouldBeTrue();
    }

    [Fact]
    public void A_word_without_links_keeps_its_left_neighbor() =>
        Of(5, (0, 2), (2, 0), (4, 1)).Permutation.ShouldBe([2, 3, 4, 0, 1]);

    [Fact]
    public void Words_without_links_at_the_beginning_stay_there() =>
        Of(4, (2, 1), (3, 0)).Permutation.ShouldBe([0, 1, 3, 2]);

    // Word 0 has the mean position 2, as word 2; word 1 has 1.
    [Fact]
    public void Of_several_links_the_mean_counts_and_equal_words_keep_their_order() =>
        Of(3, (0, 0), (0, 4), (1, 1), (2, 2)).Permutation.ShouldBe([1, 0, 2]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Fewer_than_two_words_are_in_order(int words)
    {
        SourceOrder order = Of(words);
        order.KendallTau.ShouldBe(1);
        order.CrossingRate.ShouldBe(0);
        order.IsBtgValid.ShouldBeTrue();
    }

    [Fact]
    public void A_reversed_sentence_has_tau_minus_one()
    {
        SourceOrder order = Of(4, (0, 3), (1, 2), (2, 1), (3, 0));
        order.KendallTau.ShouldBe(-1);
        order.CrossingRate.ShouldBe(1);
    }

    // The two permutations of four that no bracketing transduction grammar makes (Wu 1997), between two other words.
    [Theory]
    [InlineData(2, 4, 1, 3)]
    [InlineData(3, 1, 4, 2)]
    public void What_no_grammar_makes_stays_in_source_order(int a, int b, int c, int d)
    {
        Alignment links = Links([(0, 0), (1, a), (2, b), (3, c), (4, d), (5, 6), (6, 5)]);

        SourceOrder.Of(links, 7).IsBtgValid.ShouldBeFalse();
        SourceOrder order = SourceOrder.Of(links, 7, ReorderingRule.Btg);
        order.Permutation.ShouldBe([0, 1, 2, 3, 4, 6, 5]);
        order.KendallTau.ShouldBe(1 - (2 * 1 / 21.0), 1e-12);
    }

    [Fact]
    public void A_link_outside_of_the_pair_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Of(2, (2, 0)));

    // All sequences of up to five words with one link each to one of four target words.
    [Fact]
    public void Measures_are_those_of_all_pairs_compared_with_each_other()
    {
        foreach (int[] targets in Enumerable.Range(0, 6).SelectMany(length => Sequences(length, 4)))
        {
            SourceOrder order = Of(targets);

            (double tau, double crossings) = (0, 0);
            for (int k = 0; k < targets.Length; k++)
            {
                for (int other = k + 1; other < targets.Length; other++)
                {
                    tau += order.Permutation[k] < order.Permutation[other] ? 1 : -1;
                    crossings += targets[k] > targets[other] ? 1 : 0;
                }
            }

            double pairs = targets.Length * (targets.Length - 1) / 2.0;
            order.Permutation.Order().ShouldBe(Enumerable.Range(0, targets.Length));
            order.KendallTau.ShouldBe(pairs == 0 ? 1 : tau / pairs, 1e-12);
            order.CrossingRate.ShouldBe(pairs == 0 ? 0 : crossings / pairs, 1e-12);
        }
    }

    // Separable permutations are those without the patterns 2413 and 3142 (Bose, Buss and Lubiw 1998).
    [Fact]
    public void Valid_orders_are_those_without_the_two_forbidden_patterns()
    {
        foreach (int[] targets in Sequences(6, 6).Where(values => values.Distinct().Count() == values.Length))
        {
            SourceOrder order = Of(targets);
            order.IsBtgValid.ShouldBe(!HasPattern(targets, [1, 3, 0, 2]) && !HasPattern(targets, [2, 0, 3, 1]));
        }
    }

    /// <summary>All sequences of values below <paramref name="values"/>.</summary>
    private static IEnumerable<int[]> Sequences(int length, int values) => length == 0
        ? [[]]
        : Sequences(length - 1, values)
            .SelectMany(_ => Enumerable.Range(0, values), (head, last) => (int[])[.. head, last]);

    private static SourceOrder Of(int[] targets) =>
        SourceOrder.Of(Links(targets.Select((target, source) => (source, target))), targets.Length);

    private static bool HasPattern(int[] values, int[] pattern)
    {
        for (int a = 0; a < values.Length; a++)
        {
            for (int b = a + 1; b < values.Length; b++)
            {
                for (int c = b + 1; c < values.Length; c++)
                {
                    for (int d = c + 1; d < values.Length; d++)
                    {
                        int[] chosen = [values[a], values[b], values[c], values[d]];
                        if (chosen.Select(value => chosen.Count(other => other < value)).SequenceEqual(pattern))
                        {
                            return true;
                        }
                    }
                }
            }
        }

        return false;
    }

    private static SourceOrder Of(int words, params (int Source, int Target)[] links) =>
        SourceOrder.Of(Links(links), words);

    private static Alignment Links(IEnumerable<(int Source, int Target)> links) =>
        Alignment.Of(links.Select(link => new Link(link.Source, link.Target)));
}
