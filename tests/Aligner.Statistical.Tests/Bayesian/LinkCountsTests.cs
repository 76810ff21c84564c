using Aligner.Statistical.Bayesian;

namespace Aligner.Statistical.Tests.Bayesian;

public class LinkCountsTests
{
    [Fact]
    public void Pairs_without_links_count_0() => new LinkCounts()[0, 0].ShouldBe(0);

    [Fact]
    public void Counts_are_those_of_a_dictionary_however_links_come_and_go()
    {
        Random random = new(1);
        LinkCounts counts = new();
        Dictionary<(int, int), int> expected = [];
        for (int step = 0; step < 200_000; step++)
        {
            // At first all pairs are new, later most of them have no links any more.
            (int source, int target) = (random.Next(1 + (step / 200)), random.Next(300));
            int count = expected.GetValueOrDefault((source, target));
            int change = count > 0 && step % 3 != 0 ? -count : 1 + random.Next(3);

            counts.Add(source, target, change);
            expected[(source, target)] = count + change;
        }

        for (int source = 0; source < 1002; source++)
        {
            for (int target = 0; target < 301; target++)
            {
                (counts[source, target] == expected.GetValueOrDefault((source, target))).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Counts_are_the_same_in_any_order_and_whatever_was_there_before()
    {
        LinkCounts one = new();
        LinkCounts other = new();
        for (int k = 0; k < 1000; k++)
        {
            one.Add(k, k * k, k);
            other.Add(k, 0, 1);
            other.Add(999 - k, (999 - k) * (999 - k), 999 - k);
        }

        one.HasCountsOf(other).ShouldBeFalse();
        other.HasCountsOf(one).ShouldBeFalse();
        for (int k = 0; k < 1000; k++)
        {
            other.Add(k, 0, -1);
        }

        one.HasCountsOf(other).ShouldBeTrue();
        other.HasCountsOf(one).ShouldBeTrue();
    }
}
