namespace Aligner.Cli.Tests.Commands;

public class TrainTests : ToolTests
{
    private const string Bitext = """
        The house is small . ||| Das Haus ist klein .
        A house ||| Ein Haus

        The books ||| Die Bücher
        The small book ||| Das kleine Buch
        It is a ﬁne book , small and old ||| Es ist ein feines Buch , klein und alt

        """;

    public TrainTests()
    {
        Tool.Write("bitext", Bitext);
    }

    [Theory]
    [InlineData("--method ibm1")]
    [InlineData("--method ibm2")]
    [InlineData("--method hmm")]
    [InlineData("--method statistical --quality fast")]
    [InlineData(
        "--method statistical --quality fast --lowercase --stem 4 --unicode-form nfkc --tokenizer unicode "
            + "--max-length 8")]
    public void The_saved_model_gives_the_training_text_the_same_bytes(string options)
    {
        string expected = Tool.Run($"-q align bitext --scores {options}").ShouldSucceed().Output;
        Tool.Run($"-q train bitext -o model {options}").ShouldSucceed().Output.ShouldBeEmpty();
        Tool.Run("-q align bitext --scores --model model").ShouldSucceed().Output.ShouldBe(expected);
    }

    [Fact]
    public void A_model_goes_through_pipes_and_gzip()
    {
        Tool.Run("-q train bitext -o model").ShouldSucceed();
        Tool.Run("-q train bitext -o model.gz").ShouldSucceed();
        Tool.Bash("aligner -q train bitext -o - | cmp - model && gzip -dc model.gz | cmp - model").ShouldSucceed();
        string expected = Tool.Run("-q align bitext --model model").ShouldSucceed().Output;
        Tool.Run("-q align bitext --model model.gz").ShouldSucceed().Output.ShouldBe(expected);
        Tool.Bash("aligner -q align bitext --model - < model").ShouldSucceed().Output.ShouldBe(expected);
        Tool.Files.ShouldBe(["bitext", "model", "model.gz"]);
    }

    [Fact]
    public void A_file_that_is_no_sound_model_exits_65()
    {
        Tool.Run("-q train bitext -o good --method ibm1").ShouldSucceed();
        (string Damage, string Message)[] cases =
        [
            ("cp bitext model", "not a model of this tool"),
            ("gzip -c bitext > model", "not a model of this tool"),
            (": > model", "the model is cut short"),
            ("head -c 1000 good > model", "the model is cut short"),
            ("gzip -c good | head -c 300 > model", "damaged compressed data"),
            ("gzip -c good | head -c -4 > model", "damaged compressed data"),
            (Patched(at: 8), "model format 255 is not supported"),
            (Patched(at: 12), "the model is damaged"),
            (Patched(at: 30), "the model is damaged"),
            ("head -c -1 good > model; printf '\\xff' >> model", "the model is damaged"),
        ];
        foreach ((string damage, string message) in cases)
        {
            Tool.Bash($"{damage}\naligner align bitext --model model -o links").ShouldFail(65, $"model: {message}");
            Tool.Files.ShouldBe(["bitext", "good", "model"]);
        }

        static string Patched(int at) =>
            $"cp good model; printf '\\xff' | dd of=model bs=1 seek={at} conv=notrunc status=none";
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void A_model_of_nothing_is_warned_of_and_links_nothing(string content)
    {
        Tool.Write("empty", content);
        ToolResult result = Tool.Run("train empty -o model");
        result.Error.ShouldContain("the model is empty");
        result.ExitCode.ShouldBe(0);
        Tool.Run("-q align bitext --model model").ShouldSucceed().Output.ShouldBe("\n\n\n\n\n\n");
    }

    [Fact]
    public void Pairs_left_out_are_warned_of()
    {
        ToolResult result = Tool.Run("train bitext -o model --method statistical --max-length 5");
        result.Error.ShouldBe("aligner: warning: pairs left without links: 1 with an empty side, "
            + "1 with more than 5 tokens on a side (--max-length)\n");
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void An_existing_model_stays_unless_overwrite_is_given()
    {
        Tool.Write("model", "precious");
        Tool.Run("train bitext -o model").ShouldFail(1, "model exists; --overwrite replaces it");
        Tool.Read("model").ShouldBe("precious");
        Tool.Run("-q train bitext -o model --overwrite").ShouldSucceed();
        Tool.Run("-q align bitext --model model").ShouldSucceed();
    }

    [Theory]
    [InlineData("-o /dev/full", "cannot write /dev/full: No space left on device")]
    [InlineData("-o - > /dev/full", "cannot write <stdout>: No space left on device")]
    [InlineData("-o nowhere/model", "cannot write nowhere/model: no such folder")]
    public void A_model_that_cannot_be_written_exits_1(string output, string message)
    {
        Tool.Bash($"aligner -q train bitext {output}").ShouldFail(1, message);
        Tool.Files.ShouldBe(["bitext"]);
    }

    [Fact]
    public void Threads_never_change_a_model()
    {
        Tool.Run("-q train bitext -o one --threads 1").ShouldSucceed();
        Tool.Run("-q train bitext -o five --threads 5").ShouldSucceed();
        Tool.Bash("cmp one five").ShouldSucceed();
    }
}
