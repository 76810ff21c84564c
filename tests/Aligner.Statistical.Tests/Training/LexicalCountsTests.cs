using Aligner.Statistical.Training;
using FsCheck.Fluent;

namespace Aligner.Statistical.Tests.Training;

public class LexicalCountsTests
{
    private const int Entries = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Buffers_are_added_in_their_order(int threads)
    {
        var buffers = Gen.Choose(1, 100_000).Select(count => count / 1000f)
            .Zip(Gen.Choose(0, Entries - 1), (count, entry) => (Entry: entry, Count: count))
            .ListOf(3000)
            .Select(counts => counts.Chunk(1100));
        buffers.Check(chunks =>
        {
            double[] expected = new double[Entries];
            LexicalCounts counts = new(Entries);
            List<CountBuffer> filled = [];
            foreach ((int Entry, float Count)[] chunk in chunks)
            {
                CountBuffer buffer = new(threads);
                foreach ((int entry, float count) in chunk)
                {
                    buffer.Add(entry, count);
                    expected[entry] += count;
                }

                filled.Add(buffer);
            }

            counts.Add(filled, new ParallelOptions { MaxDegreeOfParallelism = threads });

            counts.Values.ShouldBe(expected);
        });
    }

    [Fact]
    public void Negligible_posteriors_are_not_counted()
    {
        CountBuffer buffer = new(threads: 1);

        buffer.Add(3, CountBuffer.Negligible / 2);
        buffer.Add(5, CountBuffer.Negligible);

        buffer[0].ToArray().ShouldBe([(5, CountBuffer.Negligible)]);
    }

    [Fact]
    public void A_cleared_buffer_is_empty()
    {
        CountBuffer buffer = new(threads: 2);
        buffer.Add(0, 1);
        buffer.Add(8, 1);

        buffer.Clear();

        Enumerable.Range(0, buffer.PartitionCount).Sum(partition => buffer[partition].Length).ShouldBe(0);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 4)]
    [InlineData(8, 8)]
    public void Each_thread_has_a_part(int threads, int parts) => new CountBuffer(threads).PartitionCount.ShouldBe(parts);
}
