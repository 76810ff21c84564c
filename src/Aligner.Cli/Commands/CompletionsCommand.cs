using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Core.Text;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner completions SHELL</c>: a script that asks the tool itself what can come next.</summary>
internal sealed class CompletionsCommand : ToolCommand
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            # Put into ~/.bashrc:  source <(aligner completions bash)
            _aligner() {
                local word="${COMP_WORDS[COMP_CWORD]}" line="${COMP_LINE:0:COMP_POINT}" suggestion
                COMPREPLY=()
                while IFS= read -r suggestion; do
                    # Options only where one was begun: elsewhere a file is the likelier word.
                    if [[ $suggestion == "$word"* && ( $suggestion != -* || $word == -* ) ]]; then
                        COMPREPLY+=("$suggestion")
                    fi
                done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
            }
            complete -o bashdefault -o default -F _aligner aligner
            """,
        ["zsh"] = """
            # Put into ~/.zshrc, after compinit:  source <(aligner completions zsh)
            _aligner() {
                local line="${BUFFER[1,CURSOR]}"
                local -a suggestions
                suggestions=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
                [[ $PREFIX == -* ]] || suggestions=(${suggestions:#-*})
                suggestions=(${suggestions:#})
                (( $#suggestions )) && compadd -a suggestions || _files
            }
            compdef _aligner aligner
            """,
        ["fish"] = """
            # Put into ~/.config/fish/config.fish:  aligner completions fish | source
            function __aligner_suggest
                set -l line (commandline --cut-at-cursor)
                aligner "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete --command aligner --arguments '(__aligner_suggest)'
            """,
        ["pwsh"] = """
            # Put into $PROFILE:  aligner completions pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName aligner -ScriptBlock {
                param($word, $ast, $cursor)
                $line = $ast.ToString().PadRight($cursor).Substring(0, $cursor)
                aligner "[suggest:$cursor]" $line 2>$null |
                    Where-Object { $_ -like "$word*" -and ($_ -notlike '-*' -or $word -like '-*') } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
    };

    private readonly Argument<string> _shell = OptionFactory.ChoiceArgument("SHELL", "The shell", Scripts.Keys);

    public CompletionsCommand()
        : base("completions", "Print a completion script for a shell")
    {
        Add(_shell);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("source <(aligner completions bash)", "complete commands, options and their values in this shell"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        using TextOutput output = context.OpenStandardOutput();
        output.WriteLine(Scripts[parsed.GetRequiredValue(_shell)]);
        output.Commit();
    }
}
