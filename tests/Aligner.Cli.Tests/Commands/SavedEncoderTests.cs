using Aligner.Cli.Tests.Documentation;

namespace Aligner.Cli.Tests.Commands;

/// <summary>A saved model names an encoder, which reads what the model aligns.</summary>
public sealed class SavedEncoderTests : ToolTests
{
    private const string New = "the small house is red ||| das kleine Haus ist rot\n";

    public SavedEncoderTests()
    {
        Tool.Write("bitext", "we see a dog ||| wir sehen einen Hund\na dog sleeps ||| ein Hund schläft\n");
    }

    [Fact]
    public void The_encoder_links_words_that_the_model_does_not_know()
    {
        Tool.Run("-q train bitext -o model").ShouldSucceed();
        string links = Tool.RunWithInput(New + New, "-q align --model model").ShouldSucceed().Output;
        links.ShouldBe("0-0 1-1 2-2 3-3 4-4\n0-0 1-1 2-2 3-3 4-4\n");
        Tool.RunWithInput(New + New, "-q align --model model --line-buffered --threads 1").ShouldSucceed()
            .Output.ShouldBe(links);
        Tool.Run("model info model").ShouldSucceed().Output.ShouldContain("multilingual");
    }

    [Fact]
    public void Without_the_encoder_it_aligns_as_a_model_that_has_none()
    {
        Tool.Run("-q train bitext -o model --method statistical").ShouldSucceed();
        string expected = Tool.RunWithInput(New, "-q align --model model --scores").ShouldSucceed().Output;
        Tool.RunWithInput(New, "-q align --model model --scores --no-encoder").ShouldSucceed()
            .Output.ShouldBe(expected);
        Tool.Run("model info model").ShouldSucceed().Output.ShouldMatch("(?m)^encoder +none$");
    }

    /// <summary>The model knows neither "Philosoph" nor "philosopher", but that they are spelled alike.</summary>
    [Fact]
    public void New_words_are_known_by_their_spelling_without_an_encoder()
    {
        Tool.Write("samples", File.ReadAllText(Repository.PathOf("samples/german-english.txt")));
        Tool.Run("-q train samples --method statistical -o model").ShouldSucceed();
        Tool.RunWithInput(
            "Der Philosoph trinkt in Washington Wasser . ||| In Vashington the philosopher drinks water .\n",
            "-q align --model model").ShouldSucceed().Output.ShouldContain("1-3");
    }

    [Fact]
    public void What_goes_on_from_a_model_keeps_its_encoder()
    {
        Tool.Run("-q train bitext -o model").ShouldSucceed();
        Tool.Run("-q train bitext --from model -o more").ShouldSucceed();
        Tool.Run("model info more").ShouldSucceed().Output.ShouldContain("multilingual");
    }

    [Theory]
    [InlineData("align bitext --no-encoder", "--no-encoder")]
    [InlineData("train bitext -o model --method ibm1 --model encoder", "--model")]
    [InlineData("train bitext -o model --from old --model encoder", "--model")]
    public void Options_that_would_do_nothing_are_refused(string arguments, string option) =>
        Tool.Run(arguments).ShouldFail(2, option);

    [Fact]
    public void What_goes_unused_is_said()
    {
        Tool.Write("exchanged", "Hund dog\nsehen see\nKatze cat\n");
        Tool.Run("align bitext --method ibm1 --priors exchanged")
            .Error.ShouldMatch(@"priors: 0 of 3 .*\(2 if source and target are exchanged\)");
        Tool.Run("-q train bitext -o model --method ibm1").ShouldSucceed();
        Tool.RunWithInput("ein Hund ||| a DOG\n", "align --model model")
            .Error.ShouldMatch(@"0% \(100% if .* exchanged\) of the source words, 0% \(50% if .* exchanged\)");
    }

    [Fact]
    public void Files_of_other_kinds_are_no_models()
    {
        Tool.Run("model info bitext").ShouldFail(65, "no model");
        Tool.Write("network.json", "{}");
        Tool.Run("model info network.json").ShouldFail(65, "not a network");
    }
}
