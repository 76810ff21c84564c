using System.Text;
using Aligner.Core;
using Aligner.Statistical.Storage;

namespace Aligner.Statistical.Tests.Storage;

public class ModelFileTests
{
    private const int DirectoryOfOneSection = 24 + 1; // an entry with a name of one letter

    [Fact]
    public void The_layout_is_the_documented_one()
    {
        byte[] file = Write(("a", "123456789"));

        file[..8].ShouldBe([0xC2, 0x89, .. "ALGNR\n"u8]);
        BitConverter.ToInt32(file, 8).ShouldBe(3); // version
        BitConverter.ToInt32(file, 12).ShouldBe(1); // sections
        BitConverter.ToUInt32(file, 16).ShouldBe(Crc32C(file.AsSpan(24, DirectoryOfOneSection)));
        BitConverter.ToInt32(file, 20).ShouldBe(DirectoryOfOneSection);
        BitConverter.ToInt64(file, 24).ShouldBe(64); // offset
        BitConverter.ToInt64(file, 32).ShouldBe(9); // length
        BitConverter.ToUInt32(file, 40).ShouldBe(0xE3069283); // the check value of CRC-32C
        BitConverter.ToInt32(file, 44).ShouldBe(1);
        Encoding.UTF8.GetString(file, 48, 1).ShouldBe("a");
        Encoding.UTF8.GetString(file, 64, 9).ShouldBe("123456789");
        file.Length.ShouldBe(73);
    }

    [Fact]
    public void Sections_come_back_under_their_prefix()
    {
        SectionWriter writer = new();
        writer.Add<float>("empty", Array.Empty<float>());
        writer.Within("deep/").Within("down/").Add<int>("numbers", new[] { 1, -2, int.MaxValue });
        using MemoryStream stream = new();

        ModelFile.Write(stream, writer);
        stream.Position = 0;
        SectionReader reader = ModelFile.Read(new ModelSource(stream, "m"));

        reader.Read<float>("empty").ShouldBeEmpty();
        reader.Within("deep/").Within("down/").Read<int>("numbers").ShouldBe([1, -2, int.MaxValue]);
    }

    [Fact]
    public void Missing_sections_and_wrong_types_are_named()
    {
        SectionReader reader = Read(Write(("a", "12345")));

        Should.Throw<DataException>(() => reader.Read<byte>("b")).Message.ShouldContain("'b'");
        Should.Throw<DataException>(() => reader.Read<int>("a")).Message.ShouldContain("'a' of 5 bytes");
    }

    [Theory]
    [InlineData(0, "m: not a model of this tool")]
    [InlineData(7, "m: not a model of this tool")]
    [InlineData(8, "m: model format 252 is not supported, only 3")]
    public void What_is_no_model_of_this_version_is_said(int position, string message)
    {
        byte[] file = Write(("a", "12345"));
        file[position] ^= 0xFF;

        Should.Throw<DataException>(() => Read(file)).Message.ShouldBe(message);
    }

    [Fact]
    public void Content_after_the_last_section_is_damage() =>
        Should.Throw<DataException>(() => Read([.. Write(("a", "12345")), 0]));

    /// <summary>All checksums are right: only what a number says is wrong.</summary>
    [Theory]
    [InlineData(24, -64L)] // the offset
    [InlineData(24, 63L)]
    [InlineData(24, 128L)]
    [InlineData(24, long.MaxValue)]
    [InlineData(32, -1L)] // the length
    [InlineData(32, 10L)]
    [InlineData(32, 1L << 30)]
    [InlineData(32, long.MinValue)]
    public void A_place_or_length_that_cannot_be_is_refused_before_memory_is_taken(int position, long number)
    {
        byte[] file = Write(("a", "123456789"));
        BitConverter.TryWriteBytes(file.AsSpan(position), number).ShouldBeTrue();
        ShouldBeRefused(file);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void A_name_that_is_longer_than_the_directory_is_refused(int length)
    {
        byte[] file = Write(("a", "123456789"));
        BitConverter.TryWriteBytes(file.AsSpan(44), length).ShouldBeTrue();
        ShouldBeRefused(file);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Another_number_of_sections_is_refused(int count)
    {
        byte[] file = Write(("a", "1"), ("b", "2"));
        BitConverter.TryWriteBytes(file.AsSpan(12), count).ShouldBeTrue();
        Should.Throw<DataException>(() => Read(file));
    }

    [Fact]
    public void Two_sections_of_one_name_are_refused() => Should.Throw<DataException>(
        () => Read(Write(("a", "1"), ("a", "2")))).Message.ShouldContain("two sections \"a\"");

    private static void ShouldBeRefused(byte[] file)
    {
        BitConverter.TryWriteBytes(file.AsSpan(16), Crc32C(file.AsSpan(24, DirectoryOfOneSection))).ShouldBeTrue();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<DataException>(() => Read(file)).Message.ShouldStartWith("m: ");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    private static byte[] Write(params (string Name, string Content)[] sections)
    {
        SectionWriter writer = new();
        foreach ((string name, string content) in sections)
        {
            writer.Add<byte>(name, Encoding.UTF8.GetBytes(content));
        }

        using MemoryStream stream = new();
        ModelFile.Write(stream, writer);
        return stream.ToArray();
    }

    private static SectionReader Read(byte[] file) => ModelFile.Read(new ModelSource(new MemoryStream(file), "m"));

    /// <summary>Bit by bit, polynomial 0x1EDC6F41 reflected.</summary>
    private static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0x82F63B78 & (0 - (crc & 1)));
            }
        }

        return ~crc;
    }
}
