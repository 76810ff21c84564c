using Aligner.Core.Text;

namespace Aligner.Core.Tests.Text;

/// <summary>Data that the programs zstd, xz and bzip2 compressed.</summary>
public sealed class CompressionTests : IDisposable
{
    private const string Zstd =
        "KLUv/QRYtQMAIgUQFLC1DQAbs5pBJaRK6RZasseXnNMB/vG+3937si6pxWSTWFWox8Dh1KfFCmOi//ssKQNYMoGttezsJCUg"
            + "O2iwCxYARHQCZg9y2e4+LI4AiUE8gMQgHkBiEA8gMYhHUBJDPPAgMYgHyAviAfKCeIC8glg5Acp2ku8=";

    private const string Xz =
        "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AFpAG1dABgICwbhrGiiBakCDWRlmlDHCJD/pkyBOmQld9bR5a3GAQIWzWSXCOd2"
            + "crF++5o6WqfyWONrKpxUQkZ/LDLFIESs1XYPWJbK8y8bXnRV6PHJhuSj7q5QshrCXTlbmM0Fa8zW5K0pLZSafmWC9KUAAAAA"
            + "ZChvVKdDP1AAAYkB6gIAAE/NzH2xxGf7AgAAAAAEWVo=";

    private const string Bzip2 =
        "QlpoOTFBWSZTWSBNpUsAADFdgAAQQAB/4ABAJkCOBCAAlQin+lNQfqE0ACTUVNGm1NGmm1LvDWnfxr52xzwqqKqiKKoTISgm"
            + "MA27Vre7YOdmKk4MC1UKiVqqSAyJUIhdUrSq7bWWqLqhPoTgJQTgJyE6CWEoJkJ0EQlhKCZCZAlhP4u5IpwoSBAm0qWA";

    private static readonly string[] Lines =
        [.. Enumerable.Range(0, 12).Select(i => $"{i} the house {i * i} ||| das Haus {i}")];

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(Zstd, "text.zst")]
    [InlineData(Zstd, "text")]
    [InlineData(Xz, "text.xz")]
    [InlineData(Xz, "text.txt")]
    [InlineData(Bzip2, "text.BZ2")]
    [InlineData(Bzip2, "text")]
    public void Compressed_data_is_recognized_whatever_the_name(string data, string name)
    {
        byte[] content = Convert.FromBase64String(data);
        Read(content, name).ShouldBe(Lines);
        Read([.. content, .. content], name).ShouldBe([.. Lines, .. Lines]);
    }

    [Theory]
    [InlineData("KLUv/SQAAQAAmenYUQ==", "empty.zst")]
    [InlineData("/Td6WFoAAATm1rRGAAAAABzfRCEftvN9AQAAAAAEWVo=", "empty.xz")]
    [InlineData("QlpoORdyRThQkAAAAAA=", "empty.bz2")]
    public void Nothing_compressed_is_an_empty_input(string data, string name) =>
        Read(Convert.FromBase64String(data), name).ShouldBeEmpty();

    [Theory]
    [InlineData(Zstd, "cut.zst", 4)]
    [InlineData(Xz, "cut.xz", 6)]
    [InlineData(Bzip2, "cut.bz2", 10)]
    public void Data_that_ends_too_early_is_bad_data_wherever_it_ends(string data, string name, int magic)
    {
        byte[] content = Convert.FromBase64String(data);
        for (int length = magic; length < content.Length; length++)
        {
            Should.Throw<DataException>(() => Read(content[..length], name), $"{length} of {content.Length} bytes");
        }
    }

    [Theory]
    [InlineData(Zstd, "flipped.zst")]
    [InlineData(Xz, "flipped.xz")]
    [InlineData(Bzip2, "flipped.bz2")]
    public void A_flipped_bit_never_gives_other_text(string data, string name)
    {
        byte[] content = Convert.FromBase64String(data);
        for (int k = 10; k < content.Length; k++)
        {
            byte[] flipped = [.. content];
            flipped[k] ^= 4;
            try
            {
                string.Join("\n", Read(flipped, name)).ShouldBe(string.Join("\n", Lines), $"byte {k}");
            }
            catch (DataException)
            {
                // Noticed.
            }
        }
    }

    [Theory]
    [InlineData(Zstd, "text.gz")]
    [InlineData(Zstd, "text.xz")]
    [InlineData(Xz, "text.zst")]
    [InlineData(Bzip2, "text.xz")]
    [InlineData("cGxhaW4K", "text.zst")]
    [InlineData("cGxhaW4K", "text.bz2")]
    public void A_name_that_promises_another_compression_is_bad_data(string data, string name) =>
        Should.Throw<DataException>(() => Read(Convert.FromBase64String(data), name)).Message.ShouldContain("named .");

    [Theory]
    [InlineData("BZh9 is no archive")]
    [InlineData("BZh")]
    [InlineData("(")]
    [InlineData("P*")]
    public void Text_that_begins_like_compressed_data_stays_text(string text) =>
        Read(System.Text.Encoding.UTF8.GetBytes(text), "text").ShouldBe([text]);

    [Theory]
    [InlineData("out.zst", 0x28)]
    [InlineData("out.gz", 0x1F)]
    public void An_output_is_compressed_by_its_name_and_reads_back(string name, byte first)
    {
        using (TextOutput output = TextOutput.Create(_folder.Path(name), overwrite: false))
        {
            Array.ForEach(Lines, line => output.WriteLine(line));
            output.Commit();
        }

        byte[] content = File.ReadAllBytes(_folder.Path(name));
        content[0].ShouldBe(first);
        Read(content, name).ShouldBe(Lines);
    }

    [Theory]
    [InlineData("out.xz")]
    [InlineData("out.bz2")]
    public void A_compression_that_is_only_read_is_refused_for_outputs(string name)
    {
        Should.Throw<IOException>(() => TextOutput.Create(_folder.Path(name), overwrite: false))
            .Message.ShouldContain(".zst");
        Directory.GetFiles(_folder.Path(".")).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private List<string> Read(byte[] content, string name)
    {
        string path = _folder.Path(name);
        File.WriteAllBytes(path, content);
        using LineReader reader = TextInput.Open(path);
        List<string> lines = [];
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
