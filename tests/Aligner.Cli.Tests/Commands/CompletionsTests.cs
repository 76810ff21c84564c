namespace Aligner.Cli.Tests.Commands;

public class CompletionsTests : ToolTests
{
    private const string Methods = "auto bayes binary hmm ibm1 ibm2 sim span statistical";

    public static bool HasFish => IsInstalled("fish");

    public static bool HasZsh => IsInstalled("zsh");

    [Theory]
    [InlineData("aligner sym", "symmetrize")]
    [InlineData("aligner al", "align")]
    [InlineData("aligner tra", "train")]
    [InlineData("aligner align --method h", "hmm")]
    [InlineData("aligner align --method ", Methods)]
    [InlineData("aligner align --method=ib", "ibm1 ibm2")]
    [InlineData("aligner align corpus.txt --quality ", "best default fast")]
    [InlineData("aligner help mo", "model")]
    [InlineData("aligner symmetrize --heu", "--heuristic")]
    [InlineData("aligner symmetrize --heuristic grow-diag-final-", "grow-diag-final-and")]
    [InlineData("aligner completions f", "fish")]
    [InlineData("aligner convert ", "")]
    public void Bash_completes_commands_options_and_values_and_leaves_files_to_the_shell(string line, string expected)
    {
        string script = $$"""
            source <(aligner completions bash)
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}}
            # As bash, which parts words at the equals sign too.
            read -r -a COMP_WORDS <<< "${COMP_LINE//=/ = }"
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

    [Theory(Skip = "fish is not installed", SkipUnless = nameof(HasFish))]
    [InlineData("aligner align --method ", Methods)]
    [InlineData("aligner align --method=ib", "--method=ibm1 --method=ibm2")]
    [InlineData("aligner symmetrize --heu", "--heuristic")]
    [InlineData("aligner sym", "symmetrize")]
    [InlineData("aligner convert ", "bin/")]
    public void Fish_completes_the_same(string line, string expected) => Tool.Bash($$"""
        install_aligner
        fish --no-config -c 'aligner completions fish | source; complete -C "{{line}}"' | paste -sd ' '
        """).ShouldSucceed().Output.Trim().ShouldBe(expected);

    // Completion functions of zsh run in its line editor alone, so what they call there is replaced.
    [Theory(Skip = "zsh is not installed", SkipUnless = nameof(HasZsh))]
    [InlineData("aligner align --method ", "", Methods)]
    [InlineData("aligner align --method=ib", "--method=ib", "ibm1 ibm2")]
    [InlineData("aligner symmetrize --heu", "--heu", "--heuristic")]
    [InlineData("aligner sym", "sym", "symmetrize")]
    [InlineData("aligner convert ", "", "files")]
    public void Zsh_completes_the_same(string line, string prefix, string expected) => Tool.Bash($$"""
        install_aligner
        cat > script <<'END'
        compdef() { : }
        compadd() { print -r -- "${(@P)2}" }
        compset() { [[ $PREFIX == --*=* ]] && PREFIX=${PREFIX#*=} }
        _files() { print files }
        source <(aligner completions zsh)
        BUFFER='{{line}}' CURSOR={{line.Length}} PREFIX='{{prefix}}'
        words=(aligner)
        _aligner
        END
        zsh -f script
        """).ShouldSucceed().Output.Trim().ShouldBe(expected);

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

    private static bool IsInstalled(string shell) => Environment.GetEnvironmentVariable("PATH")!
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, shell)));
}
