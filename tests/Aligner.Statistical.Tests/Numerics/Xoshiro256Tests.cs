using Aligner.Statistical.Numerics;

namespace Aligner.Statistical.Tests.Numerics;

public sealed class Xoshiro256Tests
{
    [Fact]
    public void Singles_are_uniform_in_the_unit_interval()
    {
        const int Draws = 100_000;
        Xoshiro256 random = new(seed: 1, stream: 0);
        int[] tenths = new int[10];
        for (int draw = 0; draw < Draws; draw++)
        {
            tenths[(int)(random.NextSingle() * 10)]++;
        }

        tenths.ShouldAllBe(count => Math.Abs(count - (Draws / 10)) < 500);
    }

    [Fact]
    public void Same_seed_and_stream_repeat_the_numbers_and_others_do_not()
    {
        ulong first = new Xoshiro256(7, 3).NextUInt64();
        new Xoshiro256(7, 3).NextUInt64().ShouldBe(first);
        new Xoshiro256(7, 4).NextUInt64().ShouldNotBe(first);
        new Xoshiro256(8, 3).NextUInt64().ShouldNotBe(first);
    }
}
