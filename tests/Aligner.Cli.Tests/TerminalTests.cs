namespace Aligner.Cli.Tests;

/// <summary>What the tool says on a terminal, which the program <c>script</c> of util-linux makes.</summary>
public class TerminalTests : ToolTests
{
    public static bool HasScript => Environment.GetEnvironmentVariable("PATH")!
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "script")));

    [Theory(Skip = "script is not installed", SkipUnless = nameof(HasScript))]
    [InlineData("convert")]
    [InlineData("tokenize")]
    [InlineData("align --method sim")]
    public void Waiting_for_the_terminal_says_so(string arguments)
    {
        OnTerminal($"aligner {arguments}").ShouldContain("reading from the terminal");
        OnTerminal($"aligner {arguments} --quiet").ShouldNotContain("reading from the terminal");
    }

    [Fact(Skip = "script is not installed", SkipUnless = nameof(HasScript))]
    public void A_redirected_input_needs_no_word()
    {
        Tool.Write("links", "0-0\n");
        OnTerminal("aligner convert < links").ShouldNotContain("reading");
    }

    [Theory(Skip = "script is not installed", SkipUnless = nameof(HasScript))]
    [InlineData("", "reading pairs by the encoder", "training the HMM", "sampling the lexicon", "aligning pairs")]
    [InlineData("--method sim", "loading vectors", "aligning pairs")]
    [InlineData("--method ibm2", "reading the text", "training IBM Model 2", "aligning pairs")]
    public void Every_phase_of_align_has_a_bar(string options, params string[] phases)
    {
        Tool.Write("bitext", string.Concat(Enumerable.Repeat("the house is red ||| das Haus ist rot\n", 200)));
        string screen = OnTerminal($"aligner align bitext {options} -o links");
        foreach (string phase in phases)
        {
            screen.ShouldContain(phase);
        }

        // At the end the cursor is shown again.
        screen.ShouldContain("\e[?25h");
        OnTerminal($"aligner align bitext {options}").ShouldNotContain("aligning pairs");
    }

    // Ctrl-D, which ends the input, is typed again and again, since what is typed before the tool reads can be lost.
    private string OnTerminal(string command) => Tool.Bash($$"""
        install_aligner
        export TERM=xterm COLUMNS=100
        for i in {1..200}; do sleep 0.2; printf '\004'; done 2> /dev/null |
            script --quiet --return --command '{{command}}' /dev/null
        rm -rf bin links
        """).Output;
}
