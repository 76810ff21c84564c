namespace Aligner.Cli.Tests;

public class UsageTests : ToolTests
{
    [Theory]
    [InlineData("", "Required command")]
    [InlineData("evla", "unknown command 'evla'; did you mean 'eval'?")]
    [InlineData("eval --godl gold.txt links.txt", "unknown option '--godl'; did you mean '--gold'?")]
    [InlineData("symmetrize a --heurisitc=union b", "unknown option '--heurisitc'; did you mean '--heuristic'?")]
    [InlineData("convert -o --overwrit a", "unknown option '--overwrit'; did you mean '--overwrite'?")]
    [InlineData("convert -x a", "unknown option '-x'")]
    [InlineData("eval links.txt", "'--gold' is required")]
    [InlineData("symmetrize forward.txt", "REVERSE")]
    [InlineData("symmetrize --heuristic grow-dia a b", "'grow-dia' is not one of ", "did you mean 'grow-diag'?")]
    [InlineData("convert --from XML a", "--from: 'XML' is not one of pharaoh, ")]
    [InlineData("eval --gold a b --bootstrap 1e3", "--bootstrap: '1e3' is not a whole number (0 or more)")]
    [InlineData("eval --gold a b --index-base 2", "--index-base: '2' is not a whole number (0 to 1)")]
    [InlineData("eval --gold a b --json --tsv", "give either --json or --tsv")]
    [InlineData("eval --gold - -", "only one of the files can be standard input")]
    [InlineData("view a --svg x --tikz y", "give either --svg or --tikz")]
    [InlineData("view a -s x", "--source and --target go together")]
    [InlineData("align --method hmn", "--method: 'hmn' is not one of auto, statistical, ibm1, ", "did you mean 'hmm'?")]
    [InlineData("align --iterations abc", "--iterations: 'abc' is not a whole number (1 or more)")]
    [InlineData("align --null-prior 2", "--null-prior: '2' is not a number between 0 and 1")]
    [InlineData("align --null-prior 0,5", "--null-prior: '0,5' is not a number between 0 and 1")]
    [InlineData("align --threshold 0", "--threshold: '0' is not a number between 0 and 1")]
    [InlineData("align --threads 0", "--threads: '0' is not a whole number (1 to 1024)")]
    [InlineData("align --max-length 32768", "--max-length: '32768' is not a whole number (1 to 32767)")]
    [InlineData("align --method ibm1 --null-prior 0.1", "ibm1 has no NULL prior")]
    [InlineData("align --method hmm --quality best", "--quality is for the method statistical alone")]
    [InlineData("align --quality better", "--quality: 'better' is not one of fast, default, best")]
    [InlineData("align --symmetrize union --threshold 0.3", "--threshold with --symmetrize union needs --decoding ")]
    [InlineData("align --symmetrize mean --network n", "--network does nothing with --symmetrize mean")]
    [InlineData("align --symmetrize product --decoding viterbi", "--decoding viterbi needs a heuristic")]
    [InlineData("align bitext --prior-weight 2", "--prior-weight needs --priors")]
    [InlineData("train bitext --priors-links l -o m", "--priors-links needs --priors")]
    [InlineData("align --model m --priors p", "--priors cannot be given with --model")]
    [InlineData("align bitext --line-buffered", "--line-buffered cannot be given with --method auto", "give --model")]
    [InlineData("align --method sim --vectors v --line-buffered", "--line-buffered cannot be given with --method sim")]
    [InlineData("align bitext --method hmm --line-buffered", "--line-buffered cannot be given with --method hmm")]
    [InlineData("align --model m --stem 4", "--stem cannot be given with --model")]
    [InlineData("align --model - -", "--model and the bitext cannot both be standard input")]
    [InlineData("align -s - -t -", "--source and --target cannot both be standard input")]
    [InlineData("train bitext", "'--output' is required")]
    [InlineData("model", "Required command", "try 'aligner model --help'")]
    [InlineData("model import dir", "'--output' is required", "try 'aligner model import --help'")]
    [InlineData("completions tcsh", "SHELL: 'tcsh' is not one of bash, zsh, fish, pwsh")]
    public void A_wrong_command_line_exits_2_and_says_why_without_the_whole_help(
        string arguments, params string[] messages)
    {
        ToolResult result = Tool.Run(arguments).ShouldFail(2, messages);
        result.Output.ShouldBeEmpty();
        result.Error.Split('\n').Length.ShouldBeLessThanOrEqualTo(3);
    }

    [Theory]
    [InlineData("align ''")]
    [InlineData("align bitext --model ''")]
    [InlineData("convert links -o ''")]
    public void An_empty_argument_is_a_usage_error(string arguments) =>
        Tool.Bash($"aligner {arguments}").ShouldFail(2, "an argument is empty");

    [Fact]
    public void A_file_whose_name_looks_like_an_option_goes_after_two_dashes()
    {
        Tool.Write("-links", "0-0\n");
        Tool.Run("convert -- -links").ShouldSucceed().Output.ShouldBe("0-0\n");
    }

    [Fact]
    public void An_argument_that_begins_with_an_at_sign_is_a_file_name() =>
        Tool.Run("convert @links").ShouldFail(1, "@links");

    [Theory]
    [InlineData("")]
    [InlineData("align")]
    [InlineData("train")]
    [InlineData("finetune")]
    [InlineData("priors")]
    [InlineData("symmetrize")]
    [InlineData("eval")]
    [InlineData("view")]
    [InlineData("convert")]
    [InlineData("filter")]
    [InlineData("tags")]
    [InlineData("reorder")]
    [InlineData("export")]
    [InlineData("export code-switch")]
    [InlineData("export instructions")]
    [InlineData("export guided")]
    [InlineData("export augment")]
    [InlineData("tokenize")]
    [InlineData("completions")]
    [InlineData("help")]
    [InlineData("model")]
    [InlineData("model import")]
    [InlineData("model quantize")]
    [InlineData("model prune")]
    [InlineData("model info")]
    [InlineData("model average")]
    [InlineData("model vocabulary")]
    [InlineData("model lexicon")]
    [InlineData("model fit-network")]
    [InlineData("model pack")]
    [InlineData("adapt")]
    [InlineData("serve")]
    [InlineData("lexicon")]
    [InlineData("phrases")]
    [InlineData("terms")]
    [InlineData("project")]
    public void Help_goes_to_standard_output(string command) =>
        Tool.Run($"{command} --help").ShouldSucceed().Output
            .ShouldMatchSnapshot($"Help.{(command.Length == 0 ? "aligner" : command.Replace(' ', '-'))}");

    [Fact]
    public void Version_says_what_a_bug_report_needs()
    {
        string[] lines = Tool.Run("--version").ShouldSucceed().Output.Split('\n');
        lines[0].ShouldMatch(@"^aligner \d+\.\d+\.\d+");
        lines[1].ShouldStartWith("runtime: .NET ");
        lines[2].ShouldStartWith("SIMD: ");
        lines[3].ShouldStartWith("ONNX Runtime: ");
    }
}
