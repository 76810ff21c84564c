using Aligner.Statistical.Training;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Statistical.Tests.Training;

public class LexicalCountsTests
{
    private const int Entries = 40;

    /// <summary>From numbers of such different sizes sums depend on the order.</summary>
    private static readonly Gen<List<(int Entry, float Count)[]>> Chunks =
        from counts in (
            from exponent in Gen.Choose(-40, 150)
            from entry in Gen.Choose(0, Entries - 1)
            select (Entry: entry, Count: MathF.Pow(10, exponent / 10f))).ListOf(3000)
        select counts.Chunk(1100).ToList();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Buffers_are_added_in_their_order(int threads) => Chunks.Check(chunks =>
    {
        LexicalCounts counts = new(Entries);
        counts.Add([.. chunks.Select(chunk => Filled(chunk, threads))], new ParallelOptions());

        counts.Values.ShouldBe(Sum(chunks.SelectMany(chunk => chunk)));
        counts.Values.ShouldNotBe(Sum(chunks.SelectMany(chunk => chunk).Reverse()));
    });

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
    public void Each_thread_has_a_part(int threads, int parts) =>
        new CountBuffer(threads).PartitionCount.ShouldBe(parts);

    private static CountBuffer Filled((int Entry, float Count)[] counts, int threads)
    {
        CountBuffer buffer = new(threads);
        foreach ((int entry, float count) in counts)
        {
            buffer.Add(entry, count);
        }

        return buffer;
    }

    private static double[] Sum(IEnumerable<(int Entry, float Count)> counts)
    {
        double[] sums = new double[Entries];
        foreach ((int entry, float count) in counts)
        {
            sums[entry] += count;
        }

        return sums;
    }
}
