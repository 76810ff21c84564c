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
                # In --option=value the words are parted at the equals sign.
                [[ $word == = ]] && word=
                [[ $line == *" --"*=$word && ${line##* } == --* ]] && line="${line%=*} $word"
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
                if compset -P '--*='; then line="${line%=*} $PREFIX"; fi
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
                set -l word (commandline --current-token --cut-at-cursor)
                # The value of --option=value is completed as a word of its own.
                set -l start (string match --regex -- '^--[^=]*=' "$word")
                if test -n "$start"
                    set line (string replace -- "$start" (string trim --right --chars = -- "$start")" " "$line")
                end
                set -g __aligner_suggestions
                for suggestion in (aligner "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
                    # Options only where one was begun: elsewhere a file is the likelier word.
                    if not string match --quiet -- '-*' "$suggestion"; or string match --quiet -- '-*' "$word"
                        test -n "$suggestion"; and set -a __aligner_suggestions "$start$suggestion"
                    end
                end
                test (count $__aligner_suggestions) -gt 0
            end
            complete --command aligner --condition __aligner_suggest --no-files --arguments '$__aligner_suggestions'
            """,
        ["pwsh"] = """
            # Put into $PROFILE:  aligner completions pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName aligner -ScriptBlock {
                param($word, $ast, $cursor)
                $line = $ast.ToString().PadRight($cursor).Substring(0, $cursor)
                # The value of --option=value is completed as a word of its own.
                $start = ''
                if ($word -match '^(--[^=]*)=(.*)$') {
                    $start = $Matches[1] + '='
                    $word = $Matches[2]
                    $line = $line.Substring(0, $line.LastIndexOf($start)) + $Matches[1] + ' ' + $word
                }
                aligner "[suggest:$($line.Length)]" $line 2>$null |
                    Where-Object { $_ -like "$word*" -and ($_ -notlike '-*' -or $word -like '-*') } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($start + $_) }
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
