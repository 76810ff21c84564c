namespace Aligner.Cli.Tests.Commands;

public class HelpTests : ToolTests
{
    public static TheoryData<string> Commands =>
        ["", "model", "export", .. CommandLineTests.Commands.Select(row => row.Data)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Brief_help_fits_a_terminal(string command)
    {
        string[] lines = [.. HelpPages.Of(command).Brief()];
        lines.Length.ShouldBeLessThanOrEqualTo(24);
        lines.ShouldAllBe(line => line.Length <= 80);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Full_help_keeps_to_the_width_except_in_command_lines_to_copy(string command)
    {
        string[] lines = [.. HelpPages.Of(command).Full()];
        lines.Where(line => line.Length > 80).ShouldAllBe(line => line.TrimStart().StartsWith("aligner "));
        foreach (string heading in new[] { "General:", "Examples:", "Exit codes:", "Environment:" })
        {
            lines.ShouldContain(heading);
        }
    }

    [Theory]
    [InlineData("help align", "align --help")]
    [InlineData("help model info", "model info --help")]
    [InlineData("help", "--help")]
    public void Help_of_a_command_is_what_its_option_prints(string command, string option) =>
        Tool.Run(command).ShouldSucceed().Output.ShouldBe(Tool.Run(option).ShouldSucceed().Output);

    [Fact]
    public void Help_of_an_unknown_command_guesses() => Tool.Run("help model inf").ShouldFail(2, "'inf'", "'info'");

    [Fact]
    public void The_short_option_prints_the_brief_help() =>
        Tool.Run("align -h").ShouldSucceed().Output.Split('\n').Length.ShouldBeLessThanOrEqualTo(25);

    [Fact]
    public void Man_pages_of_all_commands_are_written_and_not_replaced_unasked()
    {
        Tool.Run("help --man man").ShouldSucceed();
        string page = Tool.Read("man/aligner-align.1");
        page.ShouldStartWith(".TH ALIGNER\\-ALIGN 1");
        page.ShouldContain("\\fB\\-s, \\-\\-source FILE\\fR");
        page.ShouldContain(".SH \"EXIT STATUS\"");
        Directory.GetFiles(Path.Combine(Tool.Folder, "man")).Length.ShouldBe(Commands.Count);
        Tool.Run("help --man man").ShouldFail(1, "exists");
        Tool.Run("help --man man --overwrite").ShouldSucceed();
    }

    [Fact]
    public void Man_pages_are_free_of_warnings_of_groff() => Tool.Bash("""
        command -v groff > /dev/null || exit 0
        aligner help --man man
        groff -man -ww -Tutf8 man/*.1 2>&1 > /dev/null | grep -v 'cannot adjust\|cannot break' || true
        """).ShouldSucceed().Output.ShouldBeEmpty();
}
