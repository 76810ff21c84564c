using System.Diagnostics;
using Aligner.Neural.Models;
using Aligner.Neural.Tests.Models;

namespace Aligner.Cli.Tests;

/// <summary>
/// Runs that end at any moment, a small part of <c>benchmarks/chaos.sh</c>: the old output or the new one is there,
/// whole, and nothing else but what a killed process cannot remove.
/// </summary>
public sealed class ChaosTests : ToolTests
{
    private const string Old = "old\n";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Moments of a run, as shares of the time that a whole one takes; it writes in the last ones.</summary>
    private static readonly double[] Moments = [0.2, 0.85, 1];

    public static bool HasStrace => PrivacyTests.HasStrace;

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    [InlineData("KILL")]
    public void A_run_that_is_ended_leaves_the_old_output_or_the_new_one(string signal)
    {
        Tool.Write("links", string.Concat(Enumerable.Repeat("0-0 1-1 2-2\n", 100_000)));
        Stopwatch clock = Stopwatch.StartNew();
        Tool.Run("convert links --to naacl -o whole").ShouldSucceed();
        TimeSpan whole = clock.Elapsed;
        string expected = Tool.Read("whole");
        foreach (double moment in Moments)
        {
            Tool.Write("out", Old);
            using Process process = Tool.Start("convert links --to naacl -o out --overwrite -q");
            process.WaitForExit(whole * moment);
            Tool.Signal(process, signal);
            process.WaitForExit(Limit).ShouldBeTrue();
            Tool.Read("out").ShouldBeOneOf(Old, expected);
            string[] left = [.. Tool.Files.Except(["links", "out", "whole"])];
            if (signal == "KILL")
            {
                Tool.Run("convert links --to naacl -o out --overwrite -q").ShouldSucceed();
                left = [.. Tool.Files.Except(["links", "out", "whole"])];
            }

            left.ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_run_that_is_stopped_goes_on()
    {
        Tool.Write("links", string.Concat(Enumerable.Repeat("0-0 1-1 2-2\n", 1000)));
        using Process process = Tool.Start("convert links --to naacl -o out");
        Tool.Signal(process, "STOP");
        process.WaitForExit(TimeSpan.FromMilliseconds(100)).ShouldBeFalse();
        Tool.Signal(process, "CONT");
        process.WaitForExit(Limit).ShouldBeTrue();
        process.ExitCode.ShouldBe(0);
        Tool.Read("out").ShouldEndWith("1000 3 3 S\n");
    }

    [Theory(Skip = "strace is not installed", SkipUnless = nameof(HasStrace))]
    [InlineData("")]
    [InlineData("--overwrite")]
    public void A_file_is_there_whole_when_its_process_is_killed_as_it_renames(string mode)
    {
        Tool.Write("links", "0-0 1-1\n");
        if (mode.Length > 0)
        {
            Tool.Write("out", Old);
        }

        Killed($"convert links --to talp -o out {mode}").ExitCode.ShouldBe(137);
        (Tool.Files.Contains("out") ? Tool.Read("out") : string.Empty).ShouldBe(mode.Length > 0 ? Old : string.Empty);
        Tool.Run($"convert links --to talp -o out {mode}").ShouldSucceed();
        Tool.Read("out").ShouldBe("1-1 2-2\n");
        Tool.Files.Except(["links", "out", "trace"]).ShouldBeEmpty();
    }

    [Fact(Skip = "strace is not installed", SkipUnless = nameof(HasStrace))]
    public void A_model_folder_is_there_whole_when_its_process_is_killed_as_it_renames()
    {
        using TempFolder folder = new();
        string source = new TinyModel(EncoderFamily.Bert).Write(folder.Path("hf"));
        Tool.Run($"model import {source} -o model").ShouldSucceed();
        string manifest = Tool.Read("model/aligner-model.json");
        Killed("model quantize model -o model --overwrite").ExitCode.ShouldBe(137);
        Tool.Read("model/aligner-model.json").ShouldBe(manifest);
        Tool.Run("model info model").ShouldSucceed().Output.ShouldContain("float32");
        Tool.Run("model quantize model -o model --overwrite").ShouldSucceed();
        Tool.Run("model info model").ShouldSucceed().Output.ShouldContain("int8");
        Tool.Files.Except(["model", "trace"]).ShouldBeEmpty();
    }

    /// <summary>Runs the tool, and kills it before the first call that gives a file or a folder its name.</summary>
    private ToolResult Killed(string arguments) => Tool.Bash($"killed {arguments}");
}
