using Aligner.Neural.Models;
using Aligner.Neural.Tests.Models;

namespace Aligner.Cli.Tests;

/// <summary>Outputs that exist already, and those that are no files.</summary>
public sealed class ReplacementTests : ToolTests
{
    private const string Links = "0-0 1-1\n";

    public ReplacementTests()
    {
        Tool.Write("links", Links);
    }

    [Fact]
    public void Permissions_of_a_replaced_file_are_kept()
    {
        Tool.Bash("echo old > out; chmod 600 out; umask 022; aligner convert links -o out --overwrite; stat -c %a out")
            .ShouldSucceed().Output.ShouldBe("600\n");
        Tool.Read("out").ShouldBe(Links);
    }

    [Fact]
    public void A_replaced_model_folder_keeps_its_permissions_and_what_the_user_added()
    {
        using TempFolder folder = new();
        string source = new TinyModel(EncoderFamily.Bert).Write(folder.Path("hf"));
        Tool.Run($"model import {source} -o model").ShouldSucceed();
        Tool.Bash("chmod 700 model; chmod 600 model/vocab.txt").ShouldSucceed();
        Tool.Write("model/README", "mine");
        Tool.Run("model quantize model -o model --overwrite").ShouldSucceed();
        Tool.Read("model/README").ShouldBe("mine");
        Tool.Bash("stat -c %a model model/vocab.txt").Output.ShouldBe("700\n600\n");
        Tool.Run("model info model").ShouldSucceed().Output.ShouldContain("int8");
        Tool.Files.ShouldBe(["links", "model"]);
    }

    [Fact]
    public void Parents_of_a_model_folder_are_not_made()
    {
        using TempFolder folder = new();
        string source = new TinyModel(EncoderFamily.Bert).Write(folder.Path("hf"));
        Tool.Run($"model import {source} -o lost/model").ShouldFail(1, "cannot write lost/model: no such folder");
        Tool.Files.ShouldBe(["links"]);
    }

    [Fact]
    public void A_vocabulary_appears_whole_or_not_at_all()
    {
        Tool.Write("text", string.Concat(Enumerable.Repeat("a b c d ||| e f g h\n", 20)));
        Tool.Run("model vocabulary text --size 13 -o pieces -q").ShouldSucceed();
        Tool.Run("model vocabulary text --size 13 -o pieces -q").ShouldFail(1, "pieces exists already");
        Tool.Run("model vocabulary text --size 13 -o lost/pieces -q").ShouldFail(1, "no such folder");
        Tool.Run("model vocabulary text --size 12 -o other -q").ExitCode.ShouldNotBe(0);
        Tool.Files.ShouldBe(["links", "pieces", "text"]);
    }

    [Fact]
    public void Pipes_and_standard_output_by_its_path_are_written_directly()
    {
        Tool.Bash("mkfifo pipe; cat pipe & aligner convert links -o pipe; wait").ShouldSucceed().Output.ShouldBe(Links);
        Tool.Bash("aligner convert links -o /dev/stdout | cat").ShouldSucceed().Output.ShouldBe(Links);
        Tool.Bash("echo before > out; aligner convert links -o /dev/stdout >> out; cat out")
            .ShouldSucceed().Output.ShouldBe("before\n" + Links);
        Tool.Bash("echo before > out; aligner convert links -o /dev/fd/3 3>> out; cat out")
            .ShouldSucceed().Output.ShouldBe("before\n" + Links);
        Tool.Run("convert links -o /dev/fd/77").ShouldFail(1, "cannot write /dev/fd/77");
        Tool.Run($"convert links -o /dev/..{Tool.Folder}/file").ShouldSucceed();
        Tool.Read("file").ShouldBe(Links);
    }

    [Fact]
    public void Of_two_processes_with_one_output_one_loses()
    {
        ToolResult result = Tool.Bash(
            "mkfifo a b; aligner convert a -o out & first=$!; aligner convert b -o out & second=$!; "
            + "exec 3> a 4> b; echo 0-0 >&3; echo 0-0 >&4; sleep 1; exec 3>&- 4>&-; "
            + "wait $first; echo $?; wait $second; echo $?");
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order().ShouldBe(["0", "1"]);
        result.Error.ShouldContain("out exists; --overwrite replaces it");
        Tool.Read("out").ShouldBe("0-0\n");
    }
}
