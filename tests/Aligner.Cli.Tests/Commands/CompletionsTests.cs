namespace Aligner.Cli.Tests.Commands;

public class CompletionsTests : ToolTests
{
    [Theory]
    [InlineData("aligner sym", "symmetrize")]
    [InlineData("aligner al", "align")]
    [InlineData("aligner tra", "train")]
    [InlineData("aligner align --method h", "hmm")]
    [InlineData("aligner symmetrize --heu", "--heuristic")]
    [InlineData("aligner symmetrize --heuristic grow-diag-final-", "grow-diag-final-and")]
    [InlineData("aligner completions f", "fish")]
    [InlineData("aligner convert ", "")]
    public void Bash_completes_commands_options_and_values_and_leaves_files_to_the_shell(string line, string expected)
    {
        string script = $$"""
            source <(aligner completions bash)
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}}
            read -r -a COMP_WORDS <<< "$COMP_LINE"
            [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
            _aligner
            echo "${COMPREPLY[*]}"
            complete -p aligner
            """;
        string[] lines = Tool.Bash(script).ShouldSucceed().Output.Split('\n');
        lines[0].ShouldBe(expected);
        lines[1].ShouldContain("-F _aligner");
    }

    [Theory]
    [InlineData("zsh", "compdef _aligner aligner")]
    [InlineData("fish", "complete --command aligner")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName aligner")]
    public void Other_shells_get_a_script_that_asks_the_tool(string shell, string registration)
    {
        string script = Tool.Run($"completions {shell}").ShouldSucceed().Output;
        script.ShouldContain(registration);
        script.ShouldContain("[suggest:");
    }
}
