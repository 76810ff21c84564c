namespace Aligner.Cli.Tests;

/// <summary>The same text gives the same bytes for any number of threads, width of vectors, and language.</summary>
public sealed class EnvironmentTests : ToolTests
{
    private static readonly string Text =
        Path.Combine(AppContext.BaseDirectory, "samples", "german-english.txt");

    public static TheoryData<string> Methods => ["hmm", "statistical", "sim"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Threads_never_change_a_result(string method)
    {
        string one = Align(method, "--threads 1");
        foreach (string threads in new[] { "--threads 2", "--threads 7", "--threads 64" })
        {
            Align(method, threads).ShouldBe(one, threads);
        }
    }

    /// <summary>An encoder's numbers are those of ONNX Runtime, which looks at the processor itself.</summary>
    [Theory]
    [InlineData("hmm")]
    [InlineData("statistical")]
    public void The_width_of_vectors_never_changes_links(string method)
    {
        string widest = Align(method, "--threads 2");
        string[] switches = ["DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic"];
        foreach (string instructions in switches)
        {
            Tool.With(instructions, "0");
            Align(method, "--threads 2").ShouldBe(widest, instructions);
        }
    }

    [Theory]
    [InlineData("de_DE.UTF-8")]
    [InlineData("tr_TR.UTF-8")]
    public void The_language_of_the_user_changes_nothing(string language)
    {
        Tool.Write("links", "0-0:0.5 1-1\n0-1\n");
        const string evaluation = "eval --gold links links links --tsv -q";
        string plain = Align("hmm", "--lowercase --scores");
        string scores = Tool.Run(evaluation).ShouldSucceed().Output;
        Tool.With("LC_ALL", language).With("LANG", language);
        Align("hmm", "--lowercase --scores").ShouldBe(plain);
        Tool.Run(evaluation).ShouldSucceed().Output.ShouldBe(scores);
        File.Copy(Text, Path.Combine(Tool.Folder, "text"));
        Tool.Run("align text --null-prior 0,2").ShouldFail(2, "0,2");
    }

    [Fact]
    public void No_variable_is_needed()
    {
        string plain = Align("hmm", "--threads 2");
        ToolResult bare = Tool.Bash($"bare align {Text} --method hmm --threads 2 -q");
        bare.ShouldSucceed().Output.ShouldBe(plain);
    }

    private string Align(string method, string options) =>
        Tool.Run($"align {Text} --method {method} {options} -q").ShouldSucceed().Output;
}
