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
        SectionReader reader = ModelFile.Read(new StreamSource(stream, "m"));

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

    private static SectionReader Read(byte[] file) => ModelFile.Read(new StreamSource(new MemoryStream(file), "m"));

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
