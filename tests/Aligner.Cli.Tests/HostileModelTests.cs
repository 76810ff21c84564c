using System.Text.Json.Nodes;
using Aligner.Neural.Models;
using Aligner.Neural.Tests.Models;

namespace Aligner.Cli.Tests;

/// <summary>Commands that copy and read files which a model folder names, and whoever made the folder.</summary>
public sealed class HostileModelTests : ToolTests
{
    private readonly HostileModel _hostile;

    public HostileModelTests()
    {
        using TempFolder folder = new();
        string source = new TinyModel(EncoderFamily.Bert) { Pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] }
            .Write(folder.Path("hf"));
        Directory.CreateDirectory(Path.Combine(Tool.Folder, "home"));
        ModelImporter.Import(source, Path.Combine(Tool.Folder, "home", "model"), new ImportOptions());
        Tool.Write("secret", "content");
        Tool.Write("bitext", "a b ||| c d\n");
        _hostile = new HostileModel(Path.Combine(Tool.Folder, "home", "model"));
    }

    [Theory]
    [InlineData("model quantize home/model -o small")]
    [InlineData("model prune home/model --bitexts bitext --intermediate-size 8 -o small")]
    [InlineData("model average home/model home/model -o small")]
    [InlineData("model info home/model")]
    [InlineData("finetune bitext --model home/model --steps 1 -o small")]
    [InlineData("align bitext --method sim --model home/model")]
    public void A_manifest_cannot_name_a_file_outside_its_folder(string arguments)
    {
        _hostile.Rewrite(json =>
            json["files"]!["../../secret"] = new JsonObject { ["bytes"] = 7, ["sha256"] = "00" });
        Tool.Run(arguments).ShouldFail(65, "\"../../secret\" is no plain file name");
        Tool.Files.ShouldBe(["bitext", "home", "secret"]);
        Tool.Read("secret").ShouldBe("content");
    }

    [Theory]
    [InlineData("model quantize home/model -o small")]
    [InlineData("model prune home/model --bitexts bitext --intermediate-size 8 -o small")]
    [InlineData("model average home/model home/model -o small")]
    [InlineData("finetune bitext --model home/model --steps 1 -o small")]
    public void Weights_cannot_lie_outside_the_folder_or_in_a_pipe(string arguments)
    {
        Tool.Bash("mkfifo home/model/pipe").ShouldSucceed();
        _hostile.Move(external => external with { File = "pipe" });
        Tool.Run(arguments).ShouldFail(65, "pipe: it is a pipe or a device, not a file");
        _hostile.Move(external => external with { File = "../../secret" });
        Tool.Run(arguments).ShouldFail(65, "lies in \"../../secret\", which is no plain file name");
        Tool.Files.ShouldBe(["bitext", "home", "secret"]);
    }

    [Theory]
    [InlineData("argmax")]
    [InlineData("match")]
    [InlineData("ot")]
    public void Weights_that_are_no_numbers_give_no_links(string rule)
    {
        _hostile.Fill(float.NaN);
        Tool.Run($"align bitext --method sim --model home/model --extract {rule} --scores")
            .ShouldFail(65, "home/model: the model gives values that are not finite");
    }

    [Fact]
    public void A_changed_weight_is_found_before_it_is_used()
    {
        string path = Path.Combine(Tool.Folder, "home", "model", ModelFolder.WeightFile);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        Tool.Run("align bitext --method sim --model home/model")
            .ShouldFail(65, "encoder.onnx.data: its content is not what aligner-model.json says");
    }

    [Fact]
    public void An_exported_graph_cannot_name_weights_outside_its_folder_or_in_a_pipe()
    {
        using TempFolder folder = new();
        string source = new TinyModel(EncoderFamily.Bert).Write(folder.Path("hf"));
        File.Delete(Path.Combine(source, "model.safetensors"));
        string graph = Path.Combine(Tool.Folder, "home", "model", ModelFolder.GraphFile);
        _hostile.Move(external => external with { File = "../secret" });
        File.Copy(graph, Path.Combine(source, "model.onnx"));
        Tool.Run($"model import {source} -o out").ShouldFail(65, "lies in \"../secret\", which is no plain file name");
        File.Delete(Path.Combine(source, "model.onnx"));
        Tool.Bash($"mkfifo {source}/model.onnx").ShouldSucceed();
        Tool.Run($"model import {source} -o out").ShouldFail(65, "model.onnx: it is a pipe or a device, not a file");
    }
}
