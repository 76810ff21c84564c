using System.Text.Json.Nodes;
using Aligner.Core;
using Aligner.Neural.Models;

namespace Aligner.Neural.Tests.Models;

public sealed class HostileModelTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HostileModel _hostile;
    private readonly string _model;

    public HostileModelTests()
    {
        _model = _folder.Path("model");
        string source = new TinyModel(EncoderFamily.Bert).Write(_folder.Path("hf"));
        ModelImporter.Import(source, _model, new ImportOptions());
        _folder.Write("secret", new string('x', 10_000));
        _hostile = new HostileModel(_model);
    }

    [Theory]
    [InlineData("files")]
    [InlineData("tokenizer")]
    [InlineData("lexicon")]
    public void Names_in_a_manifest_that_lead_out_of_the_folder_are_refused(string property)
    {
        _hostile.Rewrite(json =>
        {
            if (property == "files")
            {
                json[property]!["../secret"] = new JsonObject { ["bytes"] = 10_000, ["sha256"] = "00" };
            }
            else
            {
                json[property] = "../secret";
            }
        });
        Should.Throw<DataException>(() => ModelFolder.Open(_model)).Message.ShouldBe(
            $"{Path.Combine(_model, "aligner-model.json")}: \"../secret\" is no plain file name");
    }

    [Theory]
    [InlineData("tokenizer")]
    [InlineData("lexicon")]
    public void A_file_whose_content_the_manifest_does_not_tell_is_refused(string property)
    {
        _hostile.Rewrite(json => json[property] = "other");
        Should.Throw<DataException>(() => ModelFolder.Open(_model)).Message.ShouldBe(
            $"{_model}: aligner-model.json does not say what other is to hold");
    }

    [Theory]
    [InlineData("../secret", "lies in \"../secret\", which is no plain file name")]
    [InlineData("/dev/zero", "lies in \"/dev/zero\", which is no plain file name")]
    [InlineData("", "lies in \"\", which is no plain file name")]
    [InlineData("missing", "the weights are in 'missing', which is not there")]
    [InlineData("zero", "zero: it is a pipe or a device, not a file")]
    public void Weights_are_read_from_files_in_the_folder_alone(string file, string message)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(Path.Combine(_model, "zero"), "/dev/zero");
            _hostile.Move(external => external with { File = file });
            ShouldBeRefused(message);
        }
    }

    [Theory]
    [InlineData(-4, 0, "bytes, not the ")]
    [InlineData(4, 0, "bytes, not the ")]
    [InlineData(long.MaxValue / 2, 0, "bytes, not the ")]
    [InlineData(0, 4, "it is truncated in ")]
    [InlineData(0, long.MaxValue / 2, "it is truncated in ")]
    public void Weights_have_the_size_of_their_shape_and_lie_in_the_file(long longer, long later, string message)
    {
        _hostile.Move(external => external with
        {
            Offset = external.Offset + later,
            Length = external.Length + longer,
        });
        ShouldBeRefused(message);
    }

    [Fact]
    public void Weights_behind_a_link_in_the_folder_are_read()
    {
        string weights = Path.Combine(_model, ModelFolder.WeightFile);
        File.Move(weights, _folder.Path("elsewhere"));
        File.CreateSymbolicLink(weights, "../elsewhere");
        ModelQuantizer.Quantize(
            ModelFolder.Open(_model), _folder.Path("small"), new QuantizationOptions(), overwrite: false).Verify();
    }

    public void Dispose() => _folder.Dispose();

    private void ShouldBeRefused(string message)
    {
        Should.Throw<DataException>(() => ModelQuantizer.Quantize(
                ModelFolder.Open(_model), _folder.Path("small"), new QuantizationOptions(), overwrite: false))
            .Message.ShouldContain(message);
        Directory.GetFileSystemEntries(_folder.Path(".")).Select(Path.GetFileName).Order()
            .ShouldBe(["hf", "model", "secret"]);
    }
}
