using Aligner.Core.Files;

namespace Aligner.Core.Tests.Files;

public sealed class BoundedStreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData((1 << 20) - 1)]
    [InlineData(1 << 20)]
    public void An_input_within_the_bound_is_read_whole(int length)
    {
        using BoundedStream stream = new(new MemoryStream(new byte[length]), "input", 1 << 20);
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        copy.Length.ShouldBe(length);
    }

    [Fact]
    public void A_longer_one_is_refused_by_name()
    {
        using BoundedStream stream = new(new MemoryStream(new byte[(1 << 20) + 1]), "input", 1 << 20);
        Should.Throw<DataException>(() => stream.CopyTo(Stream.Null)).Message.ShouldBe("input: it has more than 1 MiB");
    }
}
