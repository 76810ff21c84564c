using Aligner.Neural.Models;
using Aligner.Neural.Tests.Models;

namespace Aligner.Cli.Tests;

/// <summary>Symbolic links, as every command treats them: what they lead to is read and written, and they stay.</summary>
public sealed class SymbolicLinkTests : ToolTests
{
    private const string Links = "0-0\n";

    public SymbolicLinkTests()
    {
        Tool.Write("bitext", "a b ||| c d\nb ||| d\n");
        Tool.Write("links", Links);
        Directory.CreateDirectory(Path.Combine(Tool.Folder, "store"));
    }

    [Theory]
    [InlineData("store/real")]
    [InlineData("./store/real")]
    [InlineData("chain")]
    public void A_relative_link_is_followed_from_its_own_folder(string target)
    {
        Tool.Write("store/real", "old");
        Link("chain", "store/real");
        Link("ln", target);
        Tool.Run("convert links -o ln").ShouldFail(1, "ln exists; --overwrite replaces it");
        Tool.Run("convert links -o ln --overwrite").ShouldSucceed();
        Tool.Read("store/real").ShouldBe(Links);
        new FileInfo(Path.Combine(Tool.Folder, "ln")).LinkTarget.ShouldBe(target);
        Directory.GetFiles(Path.Combine(Tool.Folder, "store")).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" --overwrite")]
    public void A_link_to_a_file_yet_to_be_made_makes_it(string options)
    {
        Link("ln", "store/new");
        Tool.Run("convert links -o ln" + options).ShouldSucceed();
        Tool.Read("store/new").ShouldBe(Links);
        new FileInfo(Path.Combine(Tool.Folder, "ln")).LinkTarget.ShouldBe("store/new");
    }

    [Fact]
    public void Links_in_a_circle_and_into_missing_folders_are_reported()
    {
        Link("one", "two");
        Link("two", "one");
        Link("lost", "nowhere/file");
        Tool.Run("convert links -o one --overwrite").ShouldFail(1, "one: its symbolic links lead in a circle");
        Tool.Run("convert links -o lost").ShouldFail(1, "cannot write lost: no such folder");
    }

    [Fact]
    public void A_model_goes_where_its_link_leads()
    {
        Link("model", "store/model");
        Tool.Run("train bitext --method ibm1 -o model -q").ShouldSucceed();
        Tool.Run("align bitext --model store/model").ShouldSucceed();
        Tool.Run("train bitext --method ibm1 -o model -q --overwrite").ShouldSucceed();
        new FileInfo(Path.Combine(Tool.Folder, "model")).LinkTarget.ShouldBe("store/model");
    }

    [Fact]
    public void A_model_folder_goes_where_its_link_leads()
    {
        using TempFolder folder = new();
        string source = new TinyModel(EncoderFamily.Bert).Write(folder.Path("hf"));
        Link("model", "store/model");
        Tool.Run($"model import {source} -o model").ShouldSucceed();
        Tool.Run($"model import {source} -o model").ShouldFail(1, "--overwrite");
        Tool.Run($"model import {source} -o model --overwrite").ShouldSucceed();
        new FileInfo(Path.Combine(Tool.Folder, "model")).LinkTarget.ShouldBe("store/model");
        Tool.Run("model info store/model").ShouldSucceed();
    }

    private void Link(string name, string target) =>
        File.CreateSymbolicLink(Path.Combine(Tool.Folder, name), target);
}
