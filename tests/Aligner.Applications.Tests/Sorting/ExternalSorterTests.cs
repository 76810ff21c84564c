using System.Text;
using Aligner.Applications.Sorting;
using Aligner.Core.Numerics;

namespace Aligner.Applications.Tests.Sorting;

public sealed class ExternalSorterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aligner-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // With 64 KiB of memory, 400,000 records need more files than are merged at once.
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(20_000)]
    [InlineData(400_000)]
    public void Records_come_out_in_the_order_of_their_bytes(int count)
    {
        SplitMix64 random = new(5);
        string[] records = [.. Enumerable.Range(0, count)
            .Select(_ => (First: (char)('a' + random.NextIndex(26)), Second: (char)('à' + random.NextIndex(9))))
            .Select(start => $"{start.First}{start.Second}{random.NextIndex(99)}")];
        using ExternalSorter sorter = new(_folder, 1 << 16);
        foreach (string record in records)
        {
            sorter.Add(Encoding.UTF8.GetBytes(record));
        }

        string[] sorted = [.. sorter.Sorted().Select(record => Encoding.UTF8.GetString(record.Span))];

        sorted.ShouldBe(records.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Empty_and_long_records_are_kept()
    {
        byte[] longRecord = Enumerable.Repeat((byte)'x', 40_000).ToArray();
        using ExternalSorter sorter = new(_folder, 1 << 16);
        for (int k = 0; k < 3; k++)
        {
            sorter.Add(longRecord);
            sorter.Add([]);
        }

        sorter.Sorted().Select(record => record.Length).ShouldBe([0, 0, 0, 40_000, 40_000, 40_000]);
    }

    [Fact]
    public void A_record_that_never_fits_is_refused()
    {
        using ExternalSorter sorter = new(_folder, 1 << 16);
        Should.Throw<ArgumentException>(() => sorter.Add(new byte[1 << 16]));
    }

    [Fact]
    public void Files_are_removed()
    {
        using (ExternalSorter sorter = new(_folder, 1 << 16))
        {
            for (int k = 0; k < 20_000; k++)
            {
                sorter.Add([1, 2, 3]);
            }

            Directory.GetFiles(_folder).ShouldNotBeEmpty();
        }

        Directory.GetFiles(_folder).ShouldBeEmpty();
    }
}
