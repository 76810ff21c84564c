namespace Aligner.Cli.Tests;

/// <summary>What the tool says on a terminal, which the program <c>script</c> of util-linux makes.</summary>
public class TerminalTests : ToolTests
{
    public static bool HasScript => Environment.GetEnvironmentVariable("PATH")!
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "script")));

    [Theory(Skip = "script is not installed", SkipUnless = nameof(HasScript))]
    [InlineData("convert", "0-0\n")]
    [InlineData("tokenize", "a b\n")]
    [InlineData("align --method sim", "a ||| b\n")]
    public void Waiting_for_the_terminal_says_so(string arguments, string input)
    {
        Tool.Write("typed", input);
        string screen = OnTerminal($"aligner {arguments}", "typed");
        screen.ShouldContain("reading from the terminal");
        OnTerminal($"aligner {arguments} --quiet", "typed").ShouldNotContain("reading from the terminal");
    }

    [Fact(Skip = "script is not installed", SkipUnless = nameof(HasScript))]
    public void A_redirected_input_needs_no_word() =>
        OnTerminal("aligner convert < links", Tool.Write("links", "0-0\n")).ShouldNotContain("reading");

    [Theory(Skip = "script is not installed", SkipUnless = nameof(HasScript))]
    [InlineData("", "reading pairs by the encoder", "training the HMM", "sampling the lexicon", "aligning pairs")]
    [InlineData("--method sim", "loading vectors", "aligning pairs")]
    [InlineData("--method ibm2", "reading the text", "training IBM Model 2", "aligning pairs")]
    public void Every_phase_of_align_has_a_bar(string options, params string[] phases)
    {
        Tool.Write("bitext", string.Concat(Enumerable.Repeat("the house is red ||| das Haus ist rot\n", 200)));
        string screen = OnTerminal($"aligner align bitext {options} -o links", "bitext");
        foreach (string phase in phases)
        {
            screen.ShouldContain(phase);
        }

        // The cursor is shown again, and what remains on the screen is no bar.
        screen.ShouldContain("\e[?25h");
        OnTerminal($"aligner align bitext {options}", "bitext").ShouldNotContain("aligning pairs");
    }

    private string OnTerminal(string command, string input) => Tool.Bash($$"""
        install_aligner
        export TERM=xterm COLUMNS=100
        script --quiet --return --command '{{command}}' /dev/null < {{input}}
        rm -rf bin links
        """).Output;
}
