using Aligner.Core.Binary;

namespace Aligner.Core.Tests.Binary;

/// <summary>Messages as the protocol buffers documentation encodes its examples.</summary>
public class ProtoReaderTests
{
    [Fact]
    public void Fields_of_every_kind_are_read()
    {
        ProtoReader reader = new(
            [0x08, 0x96, 0x01, 0x12, 0x07, .. "testing"u8, 0x1D, 0x00, 0x00, 0x80, 0x3F, 0x21, 1, 2, 3, 4, 5, 6, 7, 8]);

        reader.Read().ShouldBeTrue();
        (reader.Field, reader.WholeNumber).ShouldBe((1, 150));
        reader.Read().ShouldBeTrue();
        (reader.Field, reader.Text).ShouldBe((2, "testing"));
        reader.Read().ShouldBeTrue();
        (reader.Field, reader.RealNumber).ShouldBe((3, 1f));
        reader.Read().ShouldBeTrue();
        (reader.Field, reader.Type).ShouldBe((4, WireType.Fixed64));
        reader.Read().ShouldBeFalse();
    }

    [Theory]
    [InlineData(new byte[] { 0x32, 0x06, 0x03, 0x8E, 0x02, 0x9E, 0xA7, 0x05 }, new long[] { 3, 270, 86942 })] // packed
    [InlineData(new byte[] { 0x30, 0x03 }, new long[] { 3 })]
    public void Lists_of_whole_numbers_may_be_packed(byte[] message, long[] expected)
    {
        ProtoReader reader = new(message);
        List<long> numbers = [];

        reader.Read();
        reader.AddIntegers(numbers);

        numbers.ShouldBe(expected);
    }

    [Theory]
    [InlineData(new byte[] { 0x12, 0x07, 0x74 })] // seven bytes, one there
    [InlineData(new byte[] { 0x08 })]
    [InlineData(new byte[] { 0x0B })] // a group
    [InlineData(new byte[] { 0x08, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1 })] // eleven bytes
    public void Broken_messages_are_refused(byte[] message) => Should.Throw<InvalidDataException>(() =>
    {
        ProtoReader reader = new(message);
        reader.Read();
    });

    [Fact]
    public void A_field_of_another_kind_is_refused() => Should.Throw<InvalidDataException>(() =>
    {
        ProtoReader reader = new([0x08, 0x01]);
        reader.Read();
        return reader.Text;
    });
}
