using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Aligner.Cli.Tests.Commands;

public sealed class FinetuneTests : ToolTests
{
    private const string Letters = "abcd";

    /// <summary>The target is the source in other letters and in any order.</summary>
    public FinetuneTests()
    {
        Random random = new(3);
        StringBuilder text = new(), links = new();
        for (int i = 0; i < 300; i++)
        {
            char[] source = [.. random.GetItems(Letters.ToCharArray(), 5).Distinct()];
            int[] order = [.. Enumerable.Range(0, source.Length)];
            random.Shuffle(order);
            IEnumerable<char> target = order.Select(place => (char)(source[place] + 4));
            text.Append(CultureInfo.InvariantCulture, $"{string.Join(' ', source)} ||| {string.Join(' ', target)}\n");
            links.AppendJoin(' ', order.Select((place, j) => $"{place}-{j}:0.9")).Append('\n');
        }

        Tool.Write("text", text.ToString());
        Tool.Write("links", links.ToString());
        Tool.Write("small.json", """{ "vocabulary_size": 13, "hidden_size": 8, "layers": 1, "heads": 2 }""");
    }

    [Theory]
    [InlineData("--links links")]
    [InlineData("")]
    public void An_encoder_is_trained_from_scratch_and_aligns(string teacher)
    {
        Tool.Write("dev", "a b ||| e f\n");
        Tool.Write("gold", "0-0 1-1\n");
        ToolResult result = Tool.Run(
            $"finetune text {teacher} --from-scratch small.json -o model --steps 200 --batch 300 --learning-rate .03 "
            + "--save-every 100 --dev dev --dev-gold gold -v");
        result.ExitCode.ShouldBe(0);
        result.Error.ShouldMatch(@"step 200: loss [0-9.]+, \d+ pairs/s, dev AER 0\.0\n");
        Tool.RunWithInput("a d c ||| h g e\n", "align --method sim --model model").ShouldSucceed()
            .Output.ShouldBe("0-2 1-0 2-1\n");
        Tool.Run("model info model").ShouldSucceed().Output.ShouldContain("links          posterior");
    }

    [Fact]
    public void The_log_grows_with_the_training_and_is_drawn()
    {
        Tool.Write("dev", "a b ||| e f\n");
        Tool.Write("gold", "0-0 1-1\n");
        const string Train = "finetune text --links links --from-scratch small.json -o model --save-every 2 "
            + "--checkpoint state --dev dev --dev-gold gold --log log --quiet --steps";
        Tool.Run($"{Train} 3").ExitCode.ShouldBe(0);
        Steps().ShouldBe([(1, false), (2, true), (3, true)]);

        // Lines after the checkpoint are of steps that are taken again.
        Tool.Write("log", Tool.Read("log") + """{"step":9,"loss":1}""" + "\n");
        Tool.Run($"{Train} 4").ExitCode.ShouldBe(0);
        Steps().ShouldBe([(1, false), (2, true), (3, true), (4, true)]);

        Tool.Run("view --log log --html page").ShouldSucceed();
        Tool.Read("page").ShouldContain($"\"training\":[{string.Join(',', Tool.Read("log").TrimEnd().Split('\n'))}]");
        Tool.Run("view --log log").ShouldFail(2, "--log needs --html");
        Tool.Run("finetune text --from-scratch small.json -o new --log log").ShouldFail(1, "--overwrite");

        (int Step, bool IsMeasured)[] Steps() => [.. Tool.Read("log").TrimEnd().Split('\n')
            .Select(line => JsonNode.Parse(line)!)
            .Select(step => (step["step"]!.GetValue<int>(), step["dev_aer"] is not null))];
    }

    [Fact]
    public void Noise_changes_what_is_learned_the_same_way_each_time_and_must_be_a_share()
    {
        Tool.Write("text", string.Concat(Enumerable.Repeat("house garden ||| haus garten\n", 8)));
        Tool.Write("links", string.Concat(Enumerable.Repeat("0-0 1-1\n", 8)));
        const string Train = "finetune text --links links --from-scratch small.json --steps 1 -v -o";
        Tool.Write("small.json", """{ "vocabulary_size": 30, "hidden_size": 8, "layers": 1, "heads": 2 }""");
        string[] models = [.. new[] { "a --noise 0.9", "b --noise 0.9", "c" }.Select(options =>
        {
            Tool.Run($"{Train} {options}").ExitCode.ShouldBe(0);
            return Convert.ToHexString(
                File.ReadAllBytes(Path.Combine(Tool.Folder, options[..1], "encoder.onnx.data")));
        })];
        models[1].ShouldBe(models[0]);
        models[2].ShouldNotBe(models[0]);
        Tool.Run($"{Train} d --noise 2").ShouldFail(2, "--noise");
    }

    [Fact]
    public void What_is_learned_can_be_packed_for_another_trainer()
    {
        Tool.Run("model vocabulary text --size 13 -o pieces").ShouldSucceed();
        Tool.Run("model pack text --links links --vocabulary pieces --pairs 40 --part 30 -v -o packed")
            .Error.ShouldContain(" pairs of ");
        Directory.GetFiles(Path.Combine(Tool.Folder, "packed")).ShouldNotBeEmpty();
        Tool.Run("model pack text --links links --vocabulary pieces -o packed").ShouldFail(1, "packed exists already");
        Tool.Run("model pack text --links links --vocabulary pieces -o lost/packed").ShouldFail(1, "no such folder");
        Tool.Run("model pack text --links links links --vocabulary pieces -o other").ShouldFail(2, "--links names 2");
    }

    [Fact]
    public void Each_bitext_may_have_a_weight()
    {
        Tool.Write("other", "x y ||| y x\n");
        Tool.Write("other.links", "0-1 1-0\n");
        Tool.Write("small.json", """{ "vocabulary_size": 17, "hidden_size": 8, "layers": 1, "heads": 2 }""");
        const string Train = "finetune text other --links links other.links --from-scratch small.json --steps 5 -v -o";
        Tool.Run($"{Train} a").ExitCode.ShouldBe(0);
        Tool.Run($"{Train} b --weights 1 1").ExitCode.ShouldBe(0);
        Tool.Run($"{Train} c --weights 1 50").ExitCode.ShouldBe(0);
        string[] models = [.. new[] { "a", "b", "c" }.Select(model => Convert.ToHexString(
            File.ReadAllBytes(Path.Combine(Tool.Folder, model, "encoder.onnx.data"))))];
        models[1].ShouldBe(models[0]);
        models[2].ShouldNotBe(models[0]);
        Tool.Run($"{Train} d --weights 1").ShouldFail(2, "--weights gives 1 numbers for 2 bitexts");
        Tool.Run($"{Train} d --weights 1 0").ShouldFail(2, "--weights: '0' is not a number above 0");
    }

    [Fact]
    public void Models_of_one_origin_are_averaged_and_others_refused()
    {
        Tool.Write("text", "red house ||| rot Haus\nred ||| rot\n");
        Tool.Write("links", "0-0 1-1\n0-0\n");
        Tool.Write("small.json", """{ "vocabulary_size": 30, "hidden_size": 8, "layers": 1, "heads": 2 }""");
        Tool.Write("wide.json", """{ "vocabulary_size": 30, "hidden_size": 16, "layers": 1, "heads": 2 }""");
        Tool.Run("finetune text --links links --from-scratch small.json -o a --steps 2").ShouldSucceed();
        Tool.Run("finetune text --links links --model a -o b --steps 2 --learning-rate 0.1").ShouldSucceed();
        Tool.Run("finetune text --links links --from-scratch wide.json -o c --steps 1").ShouldSucceed();

        Tool.Run("model average a b -o mean").ShouldSucceed();
        float[][] weights = [.. new[] { "a", "b", "mean" }.Select(Weights)];
        weights[0].ShouldNotBe(weights[1]);
        weights[2].ShouldBe(weights[0].Zip(weights[1], (a, b) => (a + b) / 2));
        Tool.Run("model average a -o same").ShouldSucceed();
        Weights("same").ShouldBe(weights[0]);

        Tool.Run("model average a c -o no").ShouldFail(65, "c: it has another shape than a");
        Tool.Run("model quantize a -o small").ShouldSucceed();
        Tool.Run("model average a small -o no").ShouldFail(65, "small: not all of its weights are 32-bit ones");
        Tool.Run("model average a b -o mean").ShouldFail(1, "mean exists; --overwrite replaces it");
        Tool.Run("model average -o no").ShouldFail(2, "DIR");

        float[] Weights(string folder) => MemoryMarshal.Cast<byte, float>(
            File.ReadAllBytes(Path.Combine(Tool.Folder, folder, "encoder.onnx.data"))).ToArray();
    }

    [Fact]
    public void A_model_is_pruned_and_aligns_as_before()
    {
        Tool.Write(
            "small.json",
            """{ "vocabulary_size": 13, "hidden_size": 8, "layers": 1, "heads": 2, "intermediate_size": 32 }""");
        Tool.Run(
            "finetune text --links links --from-scratch small.json -o model --steps 200 --batch 300 "
            + "--learning-rate .03").ShouldSucceed();
        const string Prune = "model prune model --bitexts text --intermediate-size";
        Tool.Run($"{Prune} 24 -o narrow").ShouldSucceed();
        Tool.Read("narrow/aligner-model.json").ShouldContain("\"intermediate_size\": 24");
        Tool.Read("narrow/aligner-model.json").ShouldNotContain("head_size");
        Tool.RunWithInput("a d c ||| h g e\n", "align --method sim --model narrow").ShouldSucceed()
            .Output.ShouldBe("0-2 1-0 2-1\n");
        Tool.Run("model quantize narrow -o small").ShouldSucceed();
        Tool.Write("none", " ||| \n");
        Tool.Run($"{Prune} 24 -o narrow").ShouldFail(1, "narrow exists; --overwrite replaces it");
        Tool.Run($"{Prune} 32 -o no").ShouldFail(65, "model: its blocks have 32 neurons, no more than are to be kept");
        Tool.Run("model prune small -o no --bitexts text --intermediate-size 8")
            .ShouldFail(65, "small: its weights are int8, not 32-bit ones");
        Tool.Run("model prune model -o no --bitexts none --intermediate-size 8").ShouldFail(65, "there is no pair");
        Tool.Run("model prune model -o no --bitexts absent --intermediate-size 8").ShouldFail(1, "absent");
        Tool.Run($"{Prune} 0 -o no").ShouldFail(2, "--intermediate-size");
        Tool.Run("model prune model -o no --bitexts text").ShouldFail(2, "--intermediate-size");
        Tool.Run("model prune model -o no --bitexts - --intermediate-size 8").ShouldFail(2, "--bitexts");
        Tool.Files.ShouldBe(["links", "model", "narrow", "none", "small", "small.json", "text"]);
    }

    [Fact]
    public void A_model_with_narrower_heads_aligns_is_trained_and_rounded_as_others()
    {
        Tool.Write(
            "small.json",
            """{ "vocabulary_size": 13, "hidden_size": 8, "layers": 1, "heads": 2, "intermediate_size": 32 }""");
        Tool.Run(
            "finetune text --links links --from-scratch small.json -o model --steps 200 --batch 300 "
            + "--learning-rate .03").ShouldSucceed();
        Tool.Run("model prune model -o thin --bitexts text --head-size 3 --intermediate-size 24").ShouldSucceed();
        Tool.Run("finetune text --links links --model thin -o again --steps 2 --batch 300").ShouldSucceed();
        Tool.Run("model quantize again -o small").ShouldSucceed();
        foreach (string model in new[] { "thin", "again", "small" })
        {
            string info = Tool.Run($"model info {model}").ShouldSucceed().Output;
            info.ShouldContain("heads          2\nhead size      3\nneurons        24\n");
            Tool.RunWithInput("a d c ||| h g e\n", $"align --method sim --model {model}").ShouldSucceed()
                .Output.ShouldBe("0-2 1-0 2-1\n");
        }

        Tool.Run("model prune thin -o no --bitexts text --head-size 3")
            .ShouldFail(65, "thin: its heads have 3 dimensions, no more than are to be kept");
        Tool.Run("model prune thin -o no --bitexts text --head-size 0").ShouldFail(2, "--head-size");
        string manifest = Tool.Read("thin/aligner-model.json");
        Tool.Write("thin/aligner-model.json", manifest.Replace("\"heads\": 2", "\"heads\": 0"));
        Tool.Run("model info thin").ShouldFail(65, "aligner-model.json: ", "heads");
    }

    [Fact]
    public void Training_goes_on_from_its_checkpoint_and_from_a_model()
    {
        const string Train =
            "finetune text --links links --batch 300 --learning-rate .01 --checkpoint state --save-every 5 --steps";
        Tool.Run($"{Train} 10 --from-scratch small.json -o model").ShouldSucceed();
        Tool.Run($"{Train} 20 --from-scratch small.json --vocabulary model -o model -v").Error
            .ShouldContain("going on after step 10");
        Tool.Run($"{Train} 20 --from-scratch small.json -o last").ShouldSucceed();
        Tool.Read("last/encoder.onnx.data").ShouldBe(Tool.Read("model/encoder.onnx.data"));
        Tool.Run("finetune text --links links --model model -o tuned --steps 2").ShouldSucceed();
        Tool.Run("finetune text --links links --model model -o tuned --steps 2").ShouldFail(1, "--overwrite");
        Tool.Files.ShouldBe(["last", "links", "model", "small.json", "state", "text", "tuned"]);
    }

    [Fact]
    public void A_checkpoint_of_another_seed_or_vocabulary_is_refused()
    {
        const string Train = "finetune text --links links --from-scratch small.json --checkpoint state --steps 2";
        Tool.Run($"{Train} -o model").ShouldSucceed();
        Tool.Run($"{Train} -o other --seed 2")
            .ShouldFail(65, "state: it is of another training: seed was 1 and is now 2");
        Directory.CreateDirectory(Path.Combine(Tool.Folder, "pieces"));
        Tool.Write("pieces/vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nh\ng\nf\ne\nd\nc\nb\na\n");
        Tool.Run($"{Train} -o other --vocabulary pieces").ShouldFail(65, "of another training: tokenizer was ");
        Tool.Files.ShouldNotContain("other");
    }

    [Fact]
    public void Possible_links_are_not_learned()
    {
        Tool.Write("more", Tool.Read("links").Replace("\n", " 0p0\n", StringComparison.Ordinal));
        foreach (string links in new[] { "links", "more" })
        {
            Tool.Run($"finetune text --links {links} --from-scratch small.json -o {links}-model --steps 2")
                .ShouldSucceed();
        }

        Tool.Read("more-model/encoder.onnx.data").ShouldBe(Tool.Read("links-model/encoder.onnx.data"));
    }

    [Fact]
    public void Pairs_that_teach_nothing_are_warned_of()
    {
        Tool.Write("gaps", "a ||| e\n ||| f\nb ||| \u00a0\n");
        Tool.Run("finetune gaps --objectives self --from-scratch small.json -o model --steps 2").Error
            .ShouldBe("aligner: warning: 2 pairs left out: a side is empty or too long\n");
    }

    [Fact]
    public void Any_mixture_of_objectives_is_learned_without_links()
    {
        const string Train =
            "finetune text --from-scratch small.json --batch 300 --learning-rate .03 --save-every 20 -v";
        ToolResult first = Tool.Run($"{Train} -o model --objectives self consistency=0.5 mlm tlm=0.3 psi --steps 20");
        ToolResult again = Tool.Run(
            $"{Train} -o again --objectives self consistency=0.5 mlm tlm=0.3 psi --steps 20 --threads 1");
        first.ExitCode.ShouldBe(0, first.Error);
        first.Error.ShouldMatch(@"step 20: loss [0-9.]+");
        Tool.Read("again/encoder.onnx.data").ShouldBe(Tool.Read("model/encoder.onnx.data"));
        again.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Adapters_are_trained_beside_the_weights_of_a_model_and_kept()
    {
        Tool.Run(
            "finetune text --links links --from-scratch small.json -o model --steps 20 --batch 300 --distortion 0.2")
            .ShouldSucceed();
        Tool.Run("finetune text --links links --model model --adapters 4 -o adapted --steps 5").ShouldSucceed();
        Tool.Read("adapted/aligner-model.json").ShouldContain("\"adapter_size\": 4");
        Tool.Run("model info adapted").ShouldSucceed().Output.ShouldContain("distortion 0.2");
        Tool.RunWithInput("a b ||| e f\n", "-q align --model adapted").ShouldSucceed();
        Tool.Run("finetune text --links links --model adapted --adapters 8 -o other --steps 5")
            .ShouldFail(65, "adapted: it has adapters of width 4, not 8");
    }

    [Fact]
    public void An_interrupted_training_leaves_a_checkpoint_to_go_on_from()
    {
        const string Train =
            "finetune text --links links --from-scratch small.json --batch 300 -o model --checkpoint state -v";
        using (Process process = Tool.Start($"{Train} --steps 1000000 --save-every 1000000"))
        {
            while (process.StandardError.ReadLine()?.Contains("step 1:", StringComparison.Ordinal) == false)
            {
            }

            using (Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
            {
                kill.WaitForExit();
            }

            process.StandardError.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(130);
        }

        Tool.Files.ShouldBe(["links", "small.json", "state", "text"]);
        Match resumed = Regex.Match(Tool.Run($"{Train} --steps 1").Error, @"going on after step (\d+)");
        int.Parse(resumed.Groups[1].Value, CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(1);
        Tool.Files.ShouldBe(["links", "model", "small.json", "state", "text"]);
    }

    [Theory]
    [InlineData("finetune text -o m --from-scratch small.json --objectives slef", 2, "'slef' is not one of")]
    [InlineData(
        "finetune text --links links -o m --from-scratch small.json --objectives slef", 2, "'slef' is not one of")]
    [InlineData("finetune text -o m --from-scratch small.json --objectives self=0", 2, "'0' is not a weight")]
    [InlineData(
        "finetune text -o m --from-scratch small.json --links links --objectives self", 2, "--links needs links among")]
    [InlineData("finetune text -o m --from-scratch small.json --adapters 3", 2, "--adapters cannot be given with")]
    [InlineData("finetune text -o m", 2, "give --model or --from-scratch")]
    [InlineData("finetune text --links links links --from-scratch small.json -o m", 2, "names 2 files for 1 bitexts")]
    [InlineData("finetune text --from-scratch small.json -o m --dev text", 2, "--dev and --dev-gold go together")]
    [InlineData("finetune text --from-scratch links -o m", 65, "links: ")]
    [InlineData("finetune text --model x --vocabulary y -o m", 2, "--vocabulary needs --from-scratch")]
    [InlineData("finetune text --from-scratch small.json -o m --steps 5 --warm-up 6", 2, "--warm-up is longer than")]
    [InlineData("finetune text --from-scratch small.json -o m --steps x --warm-up 6", 2, "'x' is not a whole number")]
    [InlineData("finetune - --from-scratch small.json -o m", 2, "BITEXT: a file is needed; '-' cannot be given here")]
    [InlineData("finetune text --links - --from-scratch small.json -o m", 2, "--links: a file is needed")]
    [InlineData("finetune text --from-scratch small.json -o m --dev - --dev-gold links", 2, "--dev: a file is needed")]
    [InlineData("finetune text --from-scratch small.json -o m --dev text --dev-gold -", 2, "--dev-gold: a file is")]
    [InlineData("model vocabulary - -o m", 2, "BITEXT: a file is needed; '-' cannot be given here")]
    [InlineData("finetune text --from-scratch small.json -o m --dev gone --dev-gold links", 1, "cannot read gone")]
    [InlineData("finetune text --from-scratch small.json -o m --checkpoint no/state", 1, "cannot write no/state: no")]
    [InlineData("finetune text --from-scratch small.json -o no/m", 1, "cannot write no/m: no such folder")]
    [InlineData("finetune text --from-scratch small.json -o links --overwrite", 1, "it is no model folder")]
    [InlineData(
        "finetune text --from-scratch small.json -o m --links links --objectives links=3e38", 65,
        "training diverged: the gradient of step 1 is not finite; a lower --learning-rate may help")]
    [InlineData("finetune nothing --links links --from-scratch small.json -o m", 1, "cannot read nothing")]
    [InlineData("finetune text --links text --from-scratch small.json -o m", 65, "text:1: ")]
    public void What_does_not_fit_is_refused(string arguments, int code, string message)
    {
        Tool.Run(arguments).ShouldFail(code, message);
        Tool.Files.ShouldNotContain("m");
    }

    [Fact]
    public void Pieces_cannot_be_hidden_without_a_mask()
    {
        Tool.Run("model vocabulary text --size 13 -o pieces").ShouldSucceed();
        Tool.Write(
            "pieces/tokenizer.json",
            Tool.Read("pieces/tokenizer.json").Replace("[MASK]", "[NONE]", StringComparison.Ordinal));
        Tool.Run("finetune text --from-scratch small.json --vocabulary pieces --objectives mlm -o model")
            .ShouldFail(65, "pieces: its tokenizer has no mask, which mlm and tlm need");
    }
}
