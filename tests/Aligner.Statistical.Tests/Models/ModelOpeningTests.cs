using System.IO.Compression;
using Aligner.Core;
using Aligner.Statistical.Models;

namespace Aligner.Statistical.Tests.Models;

public sealed class ModelOpeningTests : IDisposable
{
    private static readonly byte[] Model =
        ModelDamageTests.Save(Samples.Train("statistical", Bitexts.Reader(Bitexts.Textbook)).Model);

    private readonly TempFolder _folder = new();

    [Fact]
    public void A_plain_file_is_mapped_and_holds_the_same_model()
    {
        File.WriteAllBytes(_folder.Path("plain"), Model);

        ModelDamageTests.Save(StatisticalModelFormat.Open(_folder.Path("plain"))).ShouldBe(Model);
    }

    [Fact]
    public void A_mapped_model_outlives_its_file()
    {
        File.WriteAllBytes(_folder.Path("plain"), Model);
        StatisticalModel model = StatisticalModelFormat.Open(_folder.Path("plain"));

        File.Delete(_folder.Path("plain"));

        ModelDamageTests.Save(model).ShouldBe(Model);
    }

    [Fact]
    public void A_compressed_file_is_read()
    {
        using (GZipStream gzip = new(File.Create(_folder.Path("packed")), CompressionLevel.Fastest))
        {
            gzip.Write(Model);
        }

        ModelDamageTests.Save(StatisticalModelFormat.Open(_folder.Path("packed"))).ShouldBe(Model);
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused_by_name()
    {
        string path = _folder.Path("short");
        for (int length = 0; length < Model.Length; length += 7)
        {
            File.WriteAllBytes(path, Model[..length]);
            Should.Throw<DataException>(() => StatisticalModelFormat.Open(path)).Message.ShouldStartWith(path);
        }
    }

    [Fact]
    public void Bytes_after_the_end_are_refused()
    {
        File.WriteAllBytes(_folder.Path("long"), [.. Model, 0]);

        Should.Throw<DataException>(() => StatisticalModelFormat.Open(_folder.Path("long")));
    }

    public void Dispose() => _folder.Dispose();
}
