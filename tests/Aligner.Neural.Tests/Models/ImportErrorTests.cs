using System.IO.Compression;
using System.Text;
using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Neural.Models;

namespace Aligner.Neural.Tests.Models;

public sealed class ImportErrorTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _source;

    public ImportErrorTests()
    {
        _source = new TinyModel(EncoderFamily.Bert).Write(_folder.Path("hf"));
    }

    [Theory]
    [InlineData("config.json", "there is no config.json")]
    [InlineData("vocab.txt", "the tokenizer is missing")]
    [InlineData("model.safetensors", "the weights are missing")]
    public void A_missing_file_is_named(string file, string message)
    {
        File.Delete(Path.Combine(_source, file));
        ShouldFail(message);
    }

    [Theory]
    [InlineData("\"bert\"", "\"t5\"", "model type 't5' is unknown")]
    [InlineData("\"hidden_size\":8", "\"hidden_size\":10", "word_embeddings.weight' has shape [50, 8], but")]
    [InlineData("\"hidden_size\":8", "\"hidden_size\":9", "hidden size 9 cannot be divided among 2 heads")]
    [InlineData("\"hidden_size\":8", "\"hidden_size\":\"8\"", "'hidden_size' is \"8\"")]
    [InlineData("\"hidden_size\":8,", "", "'hidden_size' is missing")]
    [InlineData("\"gelu\"", "\"swish\"", "activation 'swish' is unknown")]
    [InlineData("\"num_hidden_layers\":3", "\"num_hidden_layers\":2000000000", "layers is 2000000000, not from 0 to")]
    [InlineData("\"num_hidden_layers\":3", "\"num_hidden_layers\":4", "no 'encoder.layer.3.attention.self.")]
    [InlineData("{\"model_type\"", "{{", "it is damaged")]
    public void A_wrong_configuration_says_what_is_wrong(string old, string changed, string message)
    {
        string path = Path.Combine(_source, "config.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace(old, changed, StringComparison.Ordinal));
        ShouldFail(message);
    }

    [Theory]
    [InlineData(0, "it is truncated")]
    [InlineData(100, "it is truncated")]
    [InlineData(6000, "it is truncated: '")]
    [InlineData(-1, "it is truncated: 'encoder.layer.2.output.LayerNorm.bias'")]
    public void A_truncated_file_is_noticed(int length, string message)
    {
        string path = Path.Combine(_source, "model.safetensors");
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(length < 0 ? bytes.Length + length : length)]);
        ShouldFail(message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void A_truncated_file_of_PyTorch_is_noticed(int length)
    {
        string path = Path.Combine(PyTorchWriter.Replace(_source), "pytorch_model.bin");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..length]);
        ShouldFail("pytorch_model.bin: ");
    }

    [Fact]
    public void A_file_of_PyTorch_before_1_6_says_how_to_convert_it()
    {
        File.Delete(Path.Combine(_source, "model.safetensors"));
        File.WriteAllBytes(
            Path.Combine(_source, "pytorch_model.bin"), [0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A]);
        ShouldFail("save_pretrained");
    }

    [Fact]
    public void A_file_of_PyTorch_that_lacks_values_is_refused()
    {
        string path = Path.Combine(PyTorchWriter.Replace(_source), "pytorch_model.bin");
        using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            archive.GetEntry("archive/data/3")!.Delete();
        }

        ShouldFail("does not fit its storage");
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,9223372036854775807]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1,-1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""")]
    [InlineData("""{"a":{"dtype":1,"shape":[1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":1,"data_offsets":[0,4]}}""")]
    [InlineData("[1]")]
    [InlineData("{")]
    public void A_header_that_makes_no_sense_is_refused(string header)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        File.WriteAllBytes(
            Path.Combine(_source, "model.safetensors"),
            [.. BitConverter.GetBytes((long)json.Length), .. json, 0, 0, 0, 0]);
        ShouldFail("model.safetensors: ");
    }

    [Fact]
    public void A_missing_part_of_the_weights_is_named()
    {
        Directory.Delete(_source, recursive: true);
        new TinyModel(EncoderFamily.Bert) { IsSharded = true }.Write(_folder.Path("hf"));
        File.Delete(Path.Combine(_source, "model-2-of-2.safetensors"));
        ShouldFail("it names model-2-of-2.safetensors, which is missing");
    }

    [Fact]
    public void An_existing_model_is_replaced_only_on_request()
    {
        string target = _folder.Path("model");
        ModelImporter.Import(_source, target, new ImportOptions());
        Should.Throw<OutputExistsException>(() => ModelImporter.Import(_source, target, new ImportOptions()));
        ModelImporter.Import(_source, target, new ImportOptions { Overwrite = true });
        Should.Throw<IOException>(
            () => ModelImporter.Import(_source, _source, new ImportOptions { Overwrite = true }))
            .Message.ShouldContain("it is no model folder");
    }

    [Theory]
    [InlineData("encoder.onnx.data", "bytes instead of")]
    [InlineData("encoder.onnx", "bytes instead of")]
    [InlineData("aligner-model.json", "it is damaged")]
    public void A_damaged_model_folder_is_refused(string file, string message)
    {
        string target = _folder.Path("model");
        ModelImporter.Import(_source, target, new ImportOptions());
        string path = Path.Combine(target, file);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^3]);
        Should.Throw<DataException>(() => ModelFolder.Open(target)).Message.ShouldContain(message);
    }

    [Fact]
    public void A_changed_file_of_the_same_size_is_found_by_its_hash()
    {
        string target = _folder.Path("model");
        ModelFolder model = ModelImporter.Import(_source, target, new ImportOptions());
        string path = Path.Combine(target, "encoder.onnx.data");
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        Should.Throw<DataException>(model.Verify).Message.ShouldContain("encoder.onnx.data");
    }

    public void Dispose() => _folder.Dispose();

    private void ShouldFail(string message)
    {
        string target = _folder.Path("model");
        Should.Throw<DataException>(() => ModelImporter.Import(_source, target, new ImportOptions()))
            .Message.ShouldContain(message);
        Directory.Exists(target).ShouldBeFalse();
    }
}
