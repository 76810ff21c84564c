using System.Diagnostics;
using Aligner.Neural.Models;
using Aligner.Neural.Tests.Models;

namespace Aligner.Cli.Tests;

/// <summary>Runs that end before their time: nothing is left of what they wrote, and nothing is lost.</summary>
public sealed class InterruptionTests : ToolTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public void A_signal_while_a_model_folder_is_made_leaves_nothing(string signal)
    {
        using TempFolder folder = new();
        string source = new TinyModel(EncoderFamily.Bert) { VocabularySize = 400_000, Hidden = 128 }
            .Write(folder.Path("hf"));
        using Process process = Tool.Start($"model import {source} -o model");
        SpinWait.SpinUntil(() => Tool.Files.Length > 0, Limit).ShouldBeTrue();
        Tool.Signal(process, signal);
        process.WaitForExit(Limit).ShouldBeTrue();

        // What is nearly done when the signal comes may be finished, and is whole then.
        if (Tool.Files is ["model"])
        {
            Tool.Run("model info model").ShouldSucceed();
            return;
        }

        process.ExitCode.ShouldBe(130);
        Tool.Files.ShouldBeEmpty();
    }

    [Fact]
    public void A_signal_that_the_parent_ignores_stays_ignored()
    {
        ToolResult result = Tool.Bash(
            """
            trap '' HUP
            mkfifo pipe
            aligner convert pipe -o out &
            exec 3> pipe
            kill -HUP $!
            echo 0-0 >&3
            exec 3>&-
            wait $!
            """);
        result.ExitCode.ShouldBe(0);
        Tool.Read("out").ShouldBe("0-0\n");
    }

    [Fact]
    public void What_a_killed_process_left_goes_with_the_next_output_of_the_name()
    {
        Tool.Write("links", "0-0\n");
        using (Process process = Tool.Start("convert - -o out"))
        {
            process.StandardInput.WriteLine("1-1");
            process.StandardInput.Flush();
            SpinWait.SpinUntil(() => Tool.Files.Length > 1, Limit).ShouldBeTrue();
            process.Kill();
            process.WaitForExit();
        }

        Tool.Files.Length.ShouldBe(2);
        Tool.Run("convert links -o other").ShouldSucceed();
        Tool.Files.Length.ShouldBe(3);
        Tool.Run("convert links -o out").ShouldSucceed();
        Tool.Files.ShouldBe(["links", "other", "out"]);
    }

    [Fact]
    public void A_process_leaves_alone_what_another_one_is_writing()
    {
        Tool.Write("links", "0-0\n");
        using Process process = Tool.Start("convert - -o out --overwrite");
        process.StandardInput.Write("1-1\n");
        process.StandardInput.Flush();
        SpinWait.SpinUntil(() => Tool.Files.Length > 1, Limit).ShouldBeTrue();
        Tool.Run("convert links -o out").ShouldSucceed();
        process.StandardInput.Close();
        process.WaitForExit(Limit).ShouldBeTrue();
        process.ExitCode.ShouldBe(0);
        Tool.Read("out").ShouldBe("1-1\n");
        Tool.Files.ShouldBe(["links", "out"]);
    }
}
