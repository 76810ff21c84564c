using System.Diagnostics;
using System.IO.Compression;

namespace Aligner.Cli.Tests;

/// <summary>Files, standard streams and signals, as every command treats them.</summary>
public class StreamTests : ToolTests
{
    private const string Links = "0-0 1-1\n\n1-0\n";

    [Theory]
    [InlineData("convert -")]
    [InlineData("convert")]
    public void Standard_input_gives_what_a_file_gives(string arguments)
    {
        Tool.Write("links", Links);
        string fromFile = Tool.Run("convert links").ShouldSucceed().Output;
        Tool.RunWithInput(Links, arguments).ShouldSucceed().Output.ShouldBe(fromFile);
        fromFile.ShouldBe(Links);
    }

    [Fact]
    public void Gzip_is_read_and_written()
    {
        Tool.Write("links", Links);
        Tool.Run("convert links -o links.gz").ShouldSucceed();
        using (GZipStream unzip = new(File.OpenRead(Path.Combine(Tool.Folder, "links.gz")), CompressionMode.Decompress))
        {
            new StreamReader(unzip).ReadToEnd().ShouldBe(Links);
        }

        Tool.Run("convert links.gz").ShouldSucceed().Output.ShouldBe(Links);
    }

    [Fact]
    public void A_missing_input_exits_1_and_leaves_no_output()
    {
        Tool.Run("convert nowhere -o out").ShouldFail(1, "nowhere");
        Tool.Files.ShouldBeEmpty();
    }

    [Fact]
    public void Bad_data_exits_65_with_file_and_line_and_leaves_no_output()
    {
        Tool.Write("links", "0-0\n0-x\n");
        Tool.Run("convert links -o out").ShouldFail(65, "aligner: links:2: ", "0-x");
        Tool.Files.ShouldBe(["links"]);
    }

    [Fact]
    public void An_existing_output_stays_unless_overwrite_is_given()
    {
        Tool.Write("links", Links);
        Tool.Write("out", "precious");
        Tool.Run("convert links -o out").ShouldFail(1, "out", "--overwrite");
        Tool.Read("out").ShouldBe("precious");
        Tool.Run("convert links -o out --overwrite").ShouldSucceed();
        Tool.Read("out").ShouldBe(Links);
    }

    [Fact]
    public void An_output_in_a_missing_folder_exits_1()
    {
        Tool.Write("links", Links);
        Tool.Run("convert links -o nowhere/out").ShouldFail(1, "nowhere/out");
    }

    [Fact]
    public void A_closed_pipe_is_no_failure()
    {
        ToolResult result = Tool.Bash("yes '0-0 1-1' | aligner convert | head -n 1; echo ${PIPESTATUS[1]}");
        result.Output.ShouldBe("0-0 1-1\n0\n");
        result.Error.ShouldNotContain("aligner");
    }

    [Fact]
    public void A_full_disk_exits_1()
    {
        Tool.Write("links", Links);
        Tool.Bash("aligner convert links > /dev/full").ShouldFail(1, "No space left");
        Tool.Bash("aligner --help > /dev/full").ShouldFail(1, "No space left");
    }

    [Fact]
    public void A_regular_file_as_standard_output_is_appended_to_by_neighbors()
    {
        Tool.Write("links", Links);
        Tool.Bash("(echo before; aligner convert links; echo after) > all").ShouldSucceed();
        Tool.Read("all").ShouldBe($"before\n{Links}after\n");
    }

    [Theory]
    [InlineData("2>&-")]
    [InlineData("2>/dev/full")]
    public void The_exit_code_is_right_where_the_message_cannot_be_written(string redirection) =>
        Tool.Bash($"aligner convert nowhere {redirection}").ExitCode.ShouldBe(1);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public void A_signal_while_waiting_for_input_exits_130_and_leaves_no_output(string signal)
    {
        using Process process = Tool.Start("convert - -o out");
        process.StandardInput.Write(Links);
        process.StandardInput.Flush();
        SpinWait.SpinUntil(() => Tool.Files.Length > 0, TimeSpan.FromSeconds(30)).ShouldBeTrue();
        Tool.Signal(process, signal);
        process.WaitForExit(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        process.ExitCode.ShouldBe(130);
        Tool.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("convert <&-", "cannot read <stdin>: it is closed")]
    [InlineData("align -o out <&-", "cannot read <stdin>: it is closed")]
    [InlineData("convert links >&-", "cannot write <stdout>: it is closed")]
    public void A_standard_stream_that_is_closed_is_reported(string arguments, string message)
    {
        Tool.Write("links", Links);
        Tool.Bash("aligner " + arguments).ShouldFail(1, message);
        Tool.Files.ShouldBe(["links"]);
    }

    [Fact]
    public void Messages_show_control_characters_of_data_instead_of_printing_them() =>
        Tool.RunWithInput("0-0 1-\e]0;title\ax\n", "convert").ShouldFail(65, "1-\\u001B]0;title\\u0007x");

    [Fact]
    public void Damaged_compressed_priors_are_refused()
    {
        File.WriteAllBytes(Path.Combine(Tool.Folder, "priors"), [0x1F, 0x8B, 1, 2, 3]);
        Tool.Write("bitext", "a ||| b\n");
        Tool.Run("align bitext --method ibm1 --priors priors").ShouldFail(65, "priors: damaged compressed data");
    }

    [Fact]
    public void Quiet_does_not_silence_errors()
    {
        Tool.Run("-q convert nowhere").ShouldFail(1, "nowhere");
        Tool.Run("convert nowhere --quiet").ShouldFail(1, "nowhere");
    }

    [Fact]
    public void Verbose_prints_the_seed_to_standard_error()
    {
        Tool.Write("gold", "0-0\n");
        ToolResult verbose = Tool.Run("eval --gold gold gold --seed 7 -v");
        verbose.Error.ShouldBe("aligner: 1000 resamples, seed 7\n");
        verbose.Output.ShouldBe(Tool.Run("eval --gold gold gold --seed 7").ShouldSucceed().Output);
    }

    [Fact]
    public void A_german_locale_changes_nothing()
    {
        Tool.Write("gold", "0-0 1-1 2-2\n");
        Tool.Write("links", "0-0 1-2\n");
        string expected = Tool.Run("eval --gold gold links --json").ShouldSucceed().Output;
        Tool.With("LC_ALL", "de_DE.UTF-8").With("LANG", "de_DE.UTF-8");
        Tool.Run("eval --gold gold links --json").ShouldSucceed().Output.ShouldBe(expected);
        Tool.Run("eval --gold gold links").ShouldSucceed().Output.ShouldContain("60.0");
    }
}
