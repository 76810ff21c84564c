namespace Aligner.Cli.Tests.Commands;

public sealed class SampleTests : ToolTests
{
    public SampleTests() => Tool.Write("bitext", string.Concat(Enumerable.Range(0, 60).Select(Line)));

    [Fact]
    public void The_run_says_how_many_pairs_were_taken()
    {
        Tool.Run("train bitext --method hmm --sample 25 -o model").Error.ShouldBe("aligner: sample: 25 of 60 pairs\n");
        Tool.Run("train bitext --method hmm --sample 100 -o all").Error.ShouldBe("aligner: sample: 57 of 60 pairs\n");
    }

    [Fact]
    public void Order_repetition_compression_and_the_form_of_the_input_do_not_change_the_model()
    {
        Tool.Bash("""
            train() { aligner -q train --method hmm --sample 25 --overwrite "$@"; }
            train bitext -o model
            tac bitext > turned; cat turned bitext | gzip > twice.gz
            grep . bitext | sed 's/ ||| .*//' > en; grep . bitext | sed 's/.* ||| //' > de
            train twice.gz -o other --threads 1 && cmp model other
            cat twice.gz | train -o - | cmp model -
            train en de -o other && cmp model other
            train --columns 2,3 -o other <(paste <(seq 57) en de) && cmp model other
            """).ShouldSucceed();
        Tool.Run("-q train bitext --method hmm --sample 25 --seed 2 -o other --overwrite").ShouldSucceed();
        Tool.Bash("cmp -s model other").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void A_model_goes_on_with_a_sample()
    {
        Tool.Run("-q train bitext --method hmm --sample 10 -o model").ShouldSucceed();
        Tool.Run("-q train bitext --from model --sample 20 -o more").ShouldSucceed();
        Tool.Run("-q align bitext --model more").ShouldSucceed().Output.Count(c => c == '\n').ShouldBe(60);
    }

    [Fact]
    public void A_broken_line_ends_the_run_wherever_it_stands()
    {
        Tool.Bash("echo broken >> bitext").ShouldSucceed();
        Tool.Run("train bitext --sample 5 -o model").ShouldFail(65, "bitext:61");
        Tool.Run("train bitext --sample 5 --on-error skip -o model").ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public void A_sample_that_is_no_number_of_pairs_is_a_usage_error(string count) =>
        Tool.Run($"train bitext --sample={count} -o model").ShouldFail(2, "--sample", count);

    private static string Line(int k) => (k % 20, k % 2) switch
    {
        (0, _) => "\n",
        (_, 0) => $"the house {k} ||| das Haus {k}\n",
        _ => $"the book {k} ||| das Buch {k}\n",
    };
}
