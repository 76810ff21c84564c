namespace Aligner.Cli.Tests.Commands;

public class PhrasesTests : ToolTests
{
    public PhrasesTests()
    {
        Tool.Write("text", "das Haus ||| the house\n\ndas Haus ||| the house\nHaus das ||| the house\n");
        Tool.Write("links", "0-0 1-1\n\n0-0 1-1\n0-1 1-0\n");
    }

    [Fact]
    public void A_table_has_the_fields_of_Moses() =>
        Tool.Run("phrases text --links links").ShouldSucceed().Output.ShouldBe("""
            Haus ||| house ||| 1 1 1 1 ||| 0-0 ||| 3 3 3 ||| |||
            Haus das ||| the house ||| 0.333333 1 1 1 ||| 1-0 0-1 ||| 3 1 1 ||| |||
            das ||| the ||| 1 1 1 1 ||| 0-0 ||| 3 3 3 ||| |||
            das Haus ||| the house ||| 0.666667 1 1 1 ||| 0-0 1-1 ||| 3 2 2 ||| |||

            """);

    [Fact]
    public void Phrases_may_be_printed_as_they_occur_with_their_orientations()
    {
        Tool.Run("phrases text --links links --unscored --max-length 1 --reordering order").ShouldSucceed()
            .Output.ShouldBe("""
                das ||| the ||| 0-0
                Haus ||| house ||| 0-0
                das ||| the ||| 0-0
                Haus ||| house ||| 0-0
                das ||| the ||| 0-0
                Haus ||| house ||| 0-0

                """);
        Tool.Read("order").ShouldEndWith("das ||| the ||| other swap\nHaus ||| house ||| swap other\n");
    }

    [Fact]
    public void Orientations_are_counted()
    {
        Tool.Run("phrases text --links links --reordering order -o table").ShouldSucceed();
        Tool.Read("order").Split('\n')[2].ShouldBe("das ||| the ||| 2 0 1 2 1 0");
    }

    [Fact]
    public void Any_buffer_gives_the_same_table() =>
        Tool.Run("phrases text --links links --buffer 1").ShouldSucceed().Output
            .ShouldBe(Tool.Run("phrases text --links links --buffer 500").ShouldSucceed().Output);

    [Fact]
    public void A_mistake_leaves_no_output()
    {
        Tool.Write("broken", "0-0\nx\n");
        Tool.Run("phrases text --links broken -o table --reordering order").ShouldFail(65, "broken:2: ", "x");
        Tool.Files.ShouldBe(["broken", "links", "text"]);
    }
}
