using Aligner.Neural.Models;
using Aligner.Neural.Tests.Models;

namespace Aligner.Cli.Tests.Commands;

public sealed class AlignByEncoderTests : ToolTests
{
    /// <summary>More words than the encoder takes pieces.</summary>
    private const string Long = "a b c d e f g h i j k l m n o p q r s t u v w x y z";

    public AlignByEncoderTests()
    {
        using TempFolder folder = new();
        TinyModel tiny = new(EncoderFamily.Bert)
        {
            Pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", .. Long.Split(' ')],
        };
        ModelImporter.Import(
            tiny.Write(folder.Path("hf")), Path.Combine(Tool.Folder, "model"), new ImportOptions());
    }

    [Theory]
    [InlineData("")]
    [InlineData("--line-buffered")]
    [InlineData("--level word --extract argmax")]
    [InlineData("--layer 0 --extract match")]
    [InlineData("--center --threads 1")]
    [InlineData("--null-threshold 0.999")]
    [InlineData("--extract softmax --temperature 0.05 --threshold 0.5")]
    public void A_sentence_is_aligned_with_itself_word_by_word(string options)
    {
        string diagonal = string.Join(' ', Enumerable.Range(0, 26).Select(i => $"{i}-{i}"));
        ToolResult result = Tool.RunWithInput(
            $"a b c ||| a b c\n||| a\n{Long} ||| {Long}\n", $"align --method sim --model model {options}");
        result.Output.ShouldBe($"0-0 1-1 2-2\n\n{diagonal}\n");
        result.Error.ShouldBe("aligner: warning: pairs left without links: 1 with an empty side\n");
    }

    [Fact]
    public void Vectors_and_an_encoder_are_averaged()
    {
        Tool.Write("both.vec", "a 1 0\nb -1 0\nc -1 0\nd 1 0\n");
        const string Run = "align --method sim --model model --layer 0 --extract argmax";
        Tool.RunWithInput("a b ||| a b\n", $"{Run} --vectors both.vec").ShouldSucceed().Output.ShouldBe("0-0 1-1\n");
        Tool.RunWithInput("a b ||| c d\n", $"{Run} --vectors both.vec").ShouldSucceed().Output.ShouldBe("0-1 1-0\n");
    }

    [Fact]
    public void Details_say_how_much_of_the_time_the_runtime_had() =>
        Tool.RunWithInput("a ||| b\n", "align --method sim --model model -v").Error
            .ShouldMatch(@"encoder: 6 pieces in 1 batches, .*% of the time in ONNX Runtime\n");

    [Theory]
    [InlineData("binary", false, 1)]
    [InlineData("span", true, 2)]
    public void A_cross_encoder_answers_for_every_line(string method, bool isSpan, int labels)
    {
        using TempFolder folder = new();
        TinyModel tiny = new(EncoderFamily.Bert)
        {
            Pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", .. Long.Split(' ')],
            Labels = labels,
            IsSpan = isSpan,
            Positions = 40,
        };
        ModelImporter.Import(
            tiny.Write(folder.Path("hf")), Path.Combine(Tool.Folder, method), new ImportOptions());
        string run = $"align --method {method} --model {method} --marker z";
        ToolResult result = Tool.RunWithInput(
            $"a b ||| c d\n||| a\n{Long} ||| {Long}\n", $"{run} --scores --threshold 1e-9");
        string[] lines = result.Output.Split('\n');
        lines.Length.ShouldBe(4);
        lines[0].ShouldContain("0-");
        lines[1].ShouldBe("\t-99");
        lines[2].ShouldContain("25-");
        result.Error.ShouldContain("1 with an empty side");
        Tool.RunWithInput($"a b ||| c d\n||| a\n{Long} ||| {Long}\n", $"{run} --scores --threshold 1e-9"
            .Replace($"--method {method} ", string.Empty, StringComparison.Ordinal)).Output.ShouldBe(result.Output);
        Tool.RunWithInput("a ||| b\n", $"align --method {method} --model model")
            .ShouldFail(65, "the model has no head");
    }

    [Theory]
    [InlineData("--method span", 2, "--method span needs --model")]
    [InlineData("--method binary --model model --extract ot", 2, "--extract cannot be given with --method binary")]
    [InlineData("--method sim --model nowhere", 65, "nowhere: there is no aligner-model.json")]
    [InlineData("--method sim --model model --layer 9", 65, "model: the model does not give layer 9, but 0, 1, 2, 3")]
    [InlineData("--method sim --model model --provider warp", 1, "warp")]
    [InlineData("--method sim --layer 1 --vectors v", 2, "--layer needs --model")]
    [InlineData("--method sim --model model --line-buffered --center", 2, "--line-buffered cannot be given")]
    [InlineData("--method sim --model model --extract softmax --null-threshold .9", 2, "needs cosines")]
    [InlineData("--model model --quality best", 2, "--quality cannot be given with --method sim")]
    [InlineData("--method hmm --model model", 2, "--method cannot be given with --model")]
    [InlineData("--method hmm --layer 1", 2, "--layer cannot be given with --method hmm")]
    public void What_does_not_fit_is_refused(string options, int code, string message) =>
        Tool.RunWithInput("a ||| b\n", $"align {options}").ShouldFail(code, message);

    [Fact]
    public void Without_ONNX_Runtime_the_message_says_what_to_do() =>
        Tool.With("ALIGNER_ONNXRUNTIME", "/nowhere").RunWithInput("a ||| b\n", "align --method sim --model model")
            .ShouldFail(1, "ALIGNER_ONNXRUNTIME names '/nowhere'");

    [Theory]
    [InlineData("vocab.txt", "vocab.txt is missing")]
    [InlineData("encoder.onnx.data", "encoder.onnx.data is missing")]
    public void A_damaged_folder_is_refused(string file, string message)
    {
        File.Delete(Path.Combine(Tool.Folder, "model", file));
        Tool.RunWithInput("a ||| b\n", "align --method sim --model model").ShouldFail(65, message);
    }
}
