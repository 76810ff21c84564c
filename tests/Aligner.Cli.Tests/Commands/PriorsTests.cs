namespace Aligner.Cli.Tests.Commands;

public class PriorsTests : ToolTests
{
    private const string Bitext = "das Haus ||| the house\ndas Buch ||| the book\nein Buch ||| a book\n";

    /// <summary>A pair whose words say nothing of each other.</summary>
    private const string Unclear = "rot blau ||| red blue\n";

    [Theory]
    [InlineData("rot\tblue\t9\nblau\tred\t9\n")]
    [InlineData("LEX\trot\tblue\t9\nLEX\tblau\tred\t9\nHMMF\t-1\t3\n")]
    public void A_dictionary_or_priors_of_eflomal_tell_what_the_text_does_not(string priors)
    {
        Tool.Write("bitext", Unclear);
        Tool.Write("priors", priors);

        Tool.Run("-q align bitext --method statistical --priors priors").ShouldSucceed().Output.ShouldBe("0-1 1-0\n");
        Tool.Run("-q train bitext --method statistical --priors priors -o model").ShouldSucceed();
        Tool.Run("-q align bitext --model model --symmetrize mean").ShouldSucceed().Output.ShouldBe("0-1 1-0\n");
    }

    [Fact]
    public void So_does_a_text_with_links()
    {
        Tool.Write("bitext", Unclear);
        Tool.Write("known", "blau rot ||| red blue\nblau ||| red\nrot ||| blue\n");
        Tool.Write("links", "0-0 1-1\n0-0\n0-0\n");

        Tool.Run("-q align bitext --method statistical --priors known --priors-links links --prior-weight 5")
            .ShouldSucceed()
            .Output.ShouldBe("0-1 1-0\n");
    }

    [Fact]
    public void A_model_is_a_prior_and_can_be_written_as_one()
    {
        Tool.Write("bitext", Bitext);
        Tool.Write("other", "ein Haus ||| a house\n");
        Tool.Run("-q train bitext -o model").ShouldSucceed();

        string written = Tool.Run("priors model").ShouldSucceed().Output;
        Tool.Write("priors", written);

        written.ShouldContain("LEX\tBuch\tbook\t");
        written.ShouldContain("HMMF\t1\t");
        Tool.Run("-q align other --method statistical --priors model").ShouldSucceed().Output.ShouldBe("0-0 1-1\n");
        Tool.Run("-q align other --method statistical --priors priors").ShouldSucceed().Output.ShouldBe("0-0 1-1\n");
    }

    [Fact]
    public void Training_goes_on_from_a_model_with_its_method_and_words()
    {
        Tool.Write("bitext", Bitext);
        Tool.Write("other", "EIN Hof ||| A yard\n");
        Tool.Run("train bitext --method hmm --lowercase -o model").ShouldSucceed();

        Tool.Run("-q train other --from model -o larger").ShouldSucceed();

        Tool.Write("new", "DAS Buch ||| THE book\nein Hof ||| a yard\n");
        Tool.Run("-q align new --model larger").ShouldSucceed().Output.ShouldBe("0-0 1-1\n0-0 1-1\n");
        Tool.Run("train other --from model --method ibm1 -o x").ShouldFail(2, "--method cannot be given with --from");
        Tool.Run("train other --from model --stem 3 -o x").ShouldFail(2, "--stem cannot be given with --from");
    }

    [Fact]
    public void Bad_priors_are_named_and_leave_no_output()
    {
        Tool.Write("bitext", Bitext);
        Tool.Write("priors", "LEX\ta\tb\t1\nLEX\ta\tb\tone\n");
        Tool.Write("links", "0-0\n");

        Tool.Run("train bitext --priors priors -o model").ShouldFail(65, "priors:2: 'one' is not a count");
        Tool.Run("train bitext --priors missing -o model").ShouldFail(1, "cannot read missing");
        Tool.Run("train bitext --priors bitext --priors-links links -o model")
            .ShouldFail(65, "links: ends after 1 sentence pairs, but bitext goes on");
        Tool.Files.ShouldBe(["bitext", "links", "priors"]);
    }
}
