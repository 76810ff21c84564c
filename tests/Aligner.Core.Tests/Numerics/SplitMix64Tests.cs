using Aligner.Core.Numerics;

namespace Aligner.Core.Tests.Numerics;

public class SplitMix64Tests
{
    [Fact]
    public void Sequence_is_the_published_one()
    {
        // Output of the authors' splitmix64.c for seed 1234567, as listed on Rosetta Code.
        SplitMix64 random = new(1234567);
        ulong[] expected =
        [
            6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821,
        ];

        expected.ShouldAllBe(value => random.Next() == value);
    }

    [Fact]
    public void Indices_are_spread_evenly()
    {
        SplitMix64 random = new(1);
        int[] drawn = new int[7];
        for (int i = 0; i < 70_000; i++)
        {
            drawn[random.NextIndex(drawn.Length)]++;
        }

        drawn.ShouldAllBe(count => Math.Abs(count - 10_000) < 400);
    }

    [Fact]
    public void Fractions_are_from_0_to_1_and_spread_evenly()
    {
        SplitMix64 random = new(1);
        double[] drawn = [.. Enumerable.Range(0, 40_000).Select(_ => random.NextDouble())];
        drawn.ShouldAllBe(fraction => fraction >= 0 && fraction < 1);
        drawn.Average().ShouldBe(0.5, 0.01);
        drawn.Count(fraction => fraction < 0.1).ShouldBeInRange(3800, 4200);
    }

    [Fact]
    public void A_state_goes_on_where_it_was_taken()
    {
        SplitMix64 random = new(5);
        random.Next();
        SplitMix64 resumed = new(random.State);
        resumed.Next().ShouldBe(random.Next());
    }
}
