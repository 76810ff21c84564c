namespace Aligner.Cli.Tests;

/// <summary>Inputs from pipes, which can be opened once and read once.</summary>
public sealed class PipeTests : ToolTests
{
    // Reports name their files.
    private const string Digest = " | sed -E 's:/dev/fd/[0-9]+|links::g' | md5sum";

    public PipeTests()
    {
        Tool.Write("bitext", string.Concat(Enumerable.Repeat("a b ||| x y\nb ||| y\nc a ||| z x\n", 20)));
        Tool.Write("source", "a b\nb\n");
        Tool.Write("target", "x y\ny\n");
        Tool.Write("links", "0-0 1-1\n0-0\n");
        Tool.Write("one", "a b ||| x y\nb ||| y\n");
        Tool.Write("dictionary", "a\tx\nb\ty\t2\nc\tz\n");
        Tool.Write("vectors.vec", "5 2\na 1 0\nb 0 1\nx 1 0\ny 0 1\nz 1 1\n");
        Tool.Run("train bitext --method ibm1 -o model -q").ShouldSucceed();
        Tool.Run("priors model -o eflomal -q");
    }

    [Theory]
    [InlineData("align @one --method ibm1")]
    [InlineData("align -s @source -t @target --method ibm1")]
    [InlineData("align one --model @model --scores")]
    [InlineData("align one --method hmm --priors @dictionary --scores")]
    [InlineData("align one --method hmm --priors @model --scores")]
    [InlineData("align one --method hmm --priors @eflomal --scores")]
    [InlineData("align one --method hmm --priors @bitext.gz --priors-links @links.gz --scores")]
    [InlineData("align one --method sim --vectors @vectors.vec")]
    [InlineData("align one --method sim --source-vectors @vectors.vec --target-vectors @vectors.vec "
        + "--seed-dictionary @seed")]
    [InlineData("train one --from @model -o - -q")]
    [InlineData("priors @model")]
    [InlineData("symmetrize --heuristic union @links @links")]
    [InlineData("eval --gold @links @links --json")]
    [InlineData("convert @links --to jsonl --bitext @one")]
    [InlineData("view @one @links")]
    [InlineData("tokenize @source")]
    public void A_pipe_gives_what_a_file_gives(string command)
    {
        Tool.Bash("gzip -c one > bitext.gz; gzip -c links > links.gz; cut -f 1,2 dictionary > seed").ShouldSucceed();
        string fromFiles = Tool.Bash($"aligner {command.Replace("@", "", StringComparison.Ordinal)}{Digest}").Output;
        string fromPipes = string.Join(' ', command.Split(' ').Select(word =>
            word.StartsWith('@') ? $"<(cat {word[1..]})" : word));
        ToolResult result = Tool.Bash($"set -o pipefail; aligner {fromPipes}{Digest}");
        result.Error.ShouldBeEmpty();
        result.ShouldSucceed().Output.ShouldBe(fromFiles);
        Tool.Bash($"aligner {fromPipes} | wc -c").Output.Trim().ShouldNotBe("0");
    }

    [Fact]
    public void What_has_to_be_read_twice_says_that_a_pipe_cannot_be()
    {
        Tool.Bash("aligner model vocabulary <(cat bitext) --size 20 -o pieces -q")
            .ShouldFail(65, "it is a pipe or a device, not a file");
        Tool.Bash("mkfifo pipe; aligner model vocabulary pipe --size 20 -o pieces -q")
            .ShouldFail(65, "pipe: it is a pipe or a device, not a file");
    }
}
