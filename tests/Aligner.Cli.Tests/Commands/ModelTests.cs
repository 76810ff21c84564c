using Aligner.Neural.Models;
using Aligner.Neural.Tests.Models;

namespace Aligner.Cli.Tests.Commands;

public sealed class ModelTests : ToolTests
{
    [Fact]
    public void A_model_is_imported_quantized_and_described()
    {
        using TempFolder folder = new();
        string source = new TinyModel(EncoderFamily.Bert).Write(folder.Path("hf"));
        Tool.Run($"model import {source} -o model").ShouldSucceed().Output.ShouldBeEmpty();
        Tool.Run("model quantize model -o small").ShouldSucceed();
        Tool.Run("model import --layers 1 " + source + " -o one").ShouldSucceed();
        Tool.Files.ShouldBe(["model", "one", "small"]);
        string[] lines = Tool.Run("model info small").ShouldSucceed().Output.Split('\n');
        lines[..13].ShouldBe(
        [
            "family         bert",
            "precision      int8",
            "layers         3",
            "hidden states  0 1 2 3",
            "default layer  2",
            "hidden size    8",
            "heads          2",
            "head size      4",
            "neurons        16",
            "vocabulary     50",
            "max length     12",
            "head           none",
            "tokenizer      vocab.txt",
        ]);
        Tool.Run("model info one").ShouldSucceed().Output.ShouldContain("hidden states  0 1\n");
        Tool.Run($"model import {source} -o model").ShouldFail(1, "--overwrite");
        Tool.Run("model quantize model -o small --overwrite").ShouldSucceed();
    }

    [Fact]
    public void A_folder_of_another_kind_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(Tool.Folder, "empty"));
        Tool.Run("model info empty").ShouldFail(65, "empty: there is no aligner-model.json");
        Tool.Run("model import empty -o out").ShouldFail(65, "empty: there is no config.json");
        Tool.Run("model import nowhere -o out").ShouldFail(1, "cannot read nowhere: no such folder");
        Tool.Files.ShouldBe(["empty"]);
    }

    [Fact]
    public void The_version_says_which_ONNX_Runtime_there_is()
    {
        Tool.With("ALIGNER_ONNXRUNTIME", "/nowhere").Run("--version").ShouldSucceed()
            .Output.ShouldContain("ONNX Runtime: none (ALIGNER_ONNXRUNTIME names '/nowhere', which is no file)");
    }
}
