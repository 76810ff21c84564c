using Aligner.Applications.Exporting;
using Aligner.Applications.Tests.Pairs;

namespace Aligner.Applications.Tests.Exporting;

public class InstructionMakerTests
{
    private static readonly InstructionOptions Options = new()
    {
        SourceLanguage = "German",
        TargetLanguage = "English",
        Tasks = [InstructionTask.Assertion, InstructionTask.Hint, InstructionTask.Revision],
    };

    [Fact]
    public void Of_two_assertions_one_is_true_and_false_ones_are_never_linked()
    {
        InstructionMaker maker = new(Options with { Tasks = [InstructionTask.Assertion] }, 1);
        Instruction[] made =
        [
            .. Enumerable.Range(1, 200).SelectMany(line =>
                maker.Make(Linked.Pair("das Haus , das Auto", "the house , the car", "0-0 1-1 2-2 3-3 4-4", line))),
        ];

        made.Length.ShouldBe(200);
        made.Chunk(2).ShouldAllBe(two => two.Count(one => one.Answer == "True") == 1);
        string[] trueOnes = ["\"das\" can be aligned with \"the\"", "\"Haus\" can be aligned with \"house\"",
            "\"Auto\" can be aligned with \"car\""];
        foreach (Instruction instruction in made)
        {
            trueOnes.Any(instruction.Prompt.Contains).ShouldBe(instruction.Answer == "True", instruction.Prompt);
            instruction.Prompt.ShouldContain("German: das Haus , das Auto\nEnglish: the house , the car\n");
            instruction.Prompt.ShouldNotContain("\",\"");
        }
    }

    [Fact]
    public void A_hint_tells_linked_words_in_the_order_of_the_source_and_asks_for_the_target()
    {
        Instruction hint = Make(Linked.Pair("rotes Haus", "red house", "0-0 1-1"), InstructionTask.Hint)!;
        hint.Prompt.ShouldEndWith("- \"rotes\" and \"red\"\n- \"Haus\" and \"house\"\nGerman: rotes Haus\nEnglish:");
        hint.Answer.ShouldBe("red house");
    }

    [Fact]
    public void A_revision_has_one_wrong_word_and_asks_for_the_target()
    {
        Instruction revision = Make(Linked.Pair("a b", "x y", "0-0 1-1"), InstructionTask.Revision)!;
        revision.Prompt.ShouldMatch("English: (x x|y y)$");
        revision.Answer.ShouldBe("x y");
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("a b", "x y", "")]
    [InlineData("a", "x y", "0-0:0.4")]
    [InlineData(". 1", ". 1", "0-0 1-1")]
    public void Pairs_without_usable_links_give_nothing(string source, string target, string links) =>
        new InstructionMaker(Options, 1).Make(Linked.Pair(source, target, links)).ShouldBeEmpty();

    [Fact]
    public void The_seed_decides()
    {
        AlignedPair pair = Linked.Pair("a b c", "x y z", "0-0 1-1 2-2");
        new InstructionMaker(Options, 5).Make(pair).ShouldBe(new InstructionMaker(Options, 5).Make(pair));
        Enumerable.Range(0, 20).Select(seed => new InstructionMaker(Options, (ulong)seed).Make(pair).First().Prompt)
            .Distinct().Count().ShouldBeGreaterThan(2);
    }

    private static Instruction? Make(AlignedPair pair, InstructionTask task) =>
        new InstructionMaker(Options, 1).Make(pair).SingleOrDefault(made => made.Task == task);
}
