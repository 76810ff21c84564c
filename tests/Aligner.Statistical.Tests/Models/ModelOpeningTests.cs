using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Statistical.Models;

namespace Aligner.Statistical.Tests.Models;

public sealed class ModelOpeningTests : IDisposable
{
    private static readonly byte[] Model =
        ModelDamageTests.Save(Samples.Train("statistical", Bitexts.Reader(Bitexts.Textbook)).Model);

    private readonly TempFolder _folder = new();

    [Fact]
    public void A_plain_file_holds_the_same_model()
    {
        File.WriteAllBytes(_folder.Path("plain"), Model);

        ModelDamageTests.Save(StatisticalModelFormat.Open(_folder.Path("plain"))).ShouldBe(Model);
    }

    [Fact]
    public void A_model_in_use_outlives_what_becomes_of_its_file()
    {
        File.WriteAllBytes(_folder.Path("plain"), Model);
        StatisticalModel model = StatisticalModelFormat.Open(_folder.Path("plain"));

        File.WriteAllBytes(_folder.Path("plain"), []);

        ModelDamageTests.Save(model).ShouldBe(Model);
    }

    [Theory]
    [InlineData("packed.gz")]
    [InlineData("packed.zst")]
    public void A_compressed_file_is_read(string name)
    {
        using (OutputStream output = OutputStream.Create(_folder.Path(name), overwrite: false))
        {
            output.Write(Model);
            output.Commit();
        }

        File.ReadAllBytes(_folder.Path(name)).ShouldNotBe(Model);
        ModelDamageTests.Save(StatisticalModelFormat.Open(_folder.Path(name))).ShouldBe(Model);
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
