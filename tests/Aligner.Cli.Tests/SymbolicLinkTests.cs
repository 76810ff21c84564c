using Aligner.Neural.Models;
using Aligner.Neural.Tests.Models;

namespace Aligner.Cli.Tests;

/// <summary>Symbolic links, as every command treats them: what they lead to is read and written, and they
/// stay.</summary>
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
        Tool.Run("-q align bitext --model store/model").ShouldSucceed();
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

    [Theory]
    [InlineData("gz")]
    [InlineData("model")]
    public void A_statistical_model_is_read_through_links(string name)
    {
        Tool.Run($"train bitext --method hmm -o store/corpus.{name} -q").ShouldSucceed();
        Link("current", $"store/corpus.{name}");
        Link("newest", "current");
        string expected = Tool.Run($"-q align bitext --model store/corpus.{name}").ShouldSucceed().Output;
        Tool.Run("-q align bitext --model newest").ShouldSucceed().Output.ShouldBe(expected);
        Tool.Run("-q align bitext --method hmm --priors newest").ShouldSucceed();
    }

    [Fact]
    public void A_model_folder_of_links_is_read_and_copied()
    {
        using TempFolder folder = new();
        string source = new TinyModel(EncoderFamily.Bert) { Pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] }
            .Write(folder.Path("hf"));
        Scatter(source);
        Tool.Run($"model import {source} -o model").ShouldSucceed();
        string expected = Tool.Run("align bitext --method sim --model model").ShouldSucceed().Output;
        Scatter(Path.Combine(Tool.Folder, "model"));
        Tool.Run("align bitext --method sim --model model").ShouldSucceed().Output.ShouldBe(expected);
        Tool.Run("model quantize model -o small").ShouldSucceed();
        Directory.GetFiles(Path.Combine(Tool.Folder, "small"))
            .ShouldAllBe(path => new FileInfo(path).LinkTarget == null);
    }

    [Fact]
    public void Vectors_and_bitexts_are_read_through_links()
    {
        Tool.Write("store/vectors.vec", "4 2\na 1 0\nb 0 1\nc 1 0\nd 0 1\n");
        Link("vectors.vec", "store/vectors.vec");
        Link("text", "bitext");
        Tool.Run("-q align text --method sim --vectors vectors.vec").ShouldSucceed().Output.ShouldBe("0-0 1-1\n0-0\n");
    }

    [Fact]
    public void A_checkpoint_is_written_and_read_through_a_link()
    {
        Tool.Write("small.json", """{ "vocabulary_size": 13, "hidden_size": 8, "layers": 1, "heads": 2 }""");
        Tool.Write("bitext", string.Concat(Enumerable.Repeat("a b c d ||| e f g h\n", 20)));
        Tool.Write("gold", string.Concat(Enumerable.Repeat("0-0 1-1 2-2 3-3\n", 20)));
        Link("state", "store/state");
        const string Train = "finetune bitext --links gold --from-scratch small.json --checkpoint state -v";
        Tool.Run(Train + " --steps 2 -o first").Error.ShouldContain("step 2");
        Tool.Run(Train + " --steps 3 -o second").Error.ShouldContain("going on after step 2");
        new FileInfo(Path.Combine(Tool.Folder, "state")).LinkTarget.ShouldBe("store/state");
    }

    // As caches and version control for data do it: content in a store, links where it is used.
    private void Scatter(string folder)
    {
        foreach (string path in Directory.GetFiles(folder))
        {
            string stored = Path.Combine(Tool.Folder, "store", Path.GetRandomFileName());
            File.Move(path, stored);
            File.CreateSymbolicLink(path, Path.GetRelativePath(folder, stored));
        }
    }

    private void Link(string name, string target) =>
        File.CreateSymbolicLink(Path.Combine(Tool.Folder, name), target);
}
