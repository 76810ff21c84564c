using System.Text.RegularExpressions;
using Aligner.Combination.Features;
using Aligner.Combination.Networks;
using Aligner.Statistical.Experts;

namespace Aligner.Cli.Tests.Commands;

/// <summary>The encoder that comes with the tool, alone and with the statistical aligner.</summary>
public sealed class AutoTests : ToolTests
{
    private const string Pair = "the small house is red ||| das kleine Haus ist rot\n";
    private const string Links = "0-0 1-1 2-2 3-3 4-4\n";

    [Fact]
    public void The_encoder_that_ships_aligns_one_pair_without_training() =>
        Tool.RunWithInput(Pair, "align --method sim").ShouldSucceed().Output.ShouldBe(Links);

    [Fact]
    public void Auto_says_what_it_takes_and_gives_the_same_for_any_threads()
    {
        string[] outputs = [.. new[] { 1, 2 }.Select(threads =>
        {
            ToolResult result = Tool.RunWithInput(
                Pair + "\n" + Pair, $"align --method auto --scores --threads {threads}");
            result.Error.ShouldMatch(@"^aligner: auto: .*\bdefault\b.*\b3 pairs\n");
            return result.Output;
        })];
        outputs[0].ShouldStartWith("0-0:");
        outputs[1].ShouldBe(outputs[0]);
        Tool.RunWithInput(Pair, "align --method auto -q").ShouldSucceed().Output.ShouldBe(Links);
    }

    /// <summary>The network looks at nothing but the probability by the encoder; one pair is left out.</summary>
    [Fact]
    public void Links_of_the_encoder_are_evidence_of_their_own_pair()
    {
        WriteNetwork(bias: -50, ("encoder", 100));
        string text = Pair + "we see an old dog ||| wir sehen einen alten Hund\n"
            + $"{string.Join(' ', Enumerable.Repeat("long", 40))} ||| lang\n"
            + "the dog sleeps today ||| heute schläft der Hund\n";
        string output = Tool.RunWithInput(text, "align --network network --max-length 30").Output;
        output.ShouldBe(Tool.RunWithInput(text, "align --method sim --threshold 0.5 --max-length 30").Output);
        output.ShouldStartWith(Links);
    }

    /// <summary>
    /// Without the encoder the network finds each possible link wrong, with a probability of 0.45 that it is not; nine
    /// are too much doubt, one is not.
    /// </summary>
    [Fact]
    public void The_encoder_reads_the_uncertain_pairs_of_a_large_text()
    {
        WriteNetwork(bias: -0.2f, ("encoder", 100), ("encoder is known", -50));
        const string open = "the small house is red and we see an old dog "
            + "||| das kleine Haus ist rot und wir sehen einen alten Hund\n";
        string links = Tool.RunWithInput(open, "align --method sim --threshold 0.5").ShouldSucceed().Output;
        links.Split(' ').Length.ShouldBeGreaterThan(8);

        string many = string.Concat(Enumerable.Repeat("red ||| rot\n", 10_000)), none = new('\n', 10_000);
        ToolResult result = Tool.RunWithInput(many + open, "align -v --network network");
        result.Output.ShouldBe(none + links);
        result.Error.ShouldContain(" 1 uncertain pair ");
        string scored = Tool.RunWithInput(
            many + open.ToUpperInvariant(), "align -q --network network --lowercase --scores --threads 1").Output;
        Regex.Replace(scored, ":[^ \n]*|\t[^\n]*", string.Empty).ShouldBe(none + links);
        Tool.RunWithInput(many + open, "align -q --network network --method statistical").ShouldSucceed()
            .Output.ShouldBe(none + "\n");
    }

    /// <summary>
    /// Fifty possible links are right with a probability of 0.12 or 0.27: too much doubt for a pair, but only the
    /// latter for a hundred words.
    /// </summary>
    [Theory]
    [InlineData(-2, "0 uncertain pairs")]
    [InlineData(-1, "1 uncertain pair")]
    public void A_pair_with_few_errors_for_its_length_is_not_uncertain(float bias, string read)
    {
        WriteNetwork(bias);
        string[] words =
            [.. Enumerable.Range(0, 50).Select(word => $"w{(char)('a' + (word / 26))}{(char)('a' + (word % 26))}")];
        string text = string.Concat(Enumerable.Repeat("red ||| rot\n", 10_000))
            + $"{string.Join(' ', words)} ||| {string.Join(' ', words)}\n";
        Tool.RunWithInput(text, "align -v --network network").Error
            .ShouldContain($" {read} ");
    }

    [Fact]
    public void The_best_quality_lets_the_encoder_read_all_pairs()
    {
        WriteNetwork(bias: -50, ("encoder", 100));
        string text = string.Concat(Enumerable.Repeat("red ||| rot\n", 10_000))
            + $"\n{string.Join(' ', Enumerable.Repeat("long", 40))} ||| lang\n{Pair}";
        ToolResult result = Tool.RunWithInput(text, "align --network network --quality best --max-length 30");
        result.Output.ShouldBe(
            Tool.RunWithInput(text, "align --method sim --threshold 0.5 --max-length 30").Output);
        result.Output.ShouldEndWith($"\n\n\n{Links}");
    }

    [Fact]
    public void Pairs_beyond_those_that_the_encoder_reads_are_aligned_too()
    {
        string text = string.Concat(Enumerable.Repeat("red ||| rot\n", 10_000)) + "x red ||| y rot\n";
        ToolResult result = Tool.RunWithInput(text, "align");
        result.Error.ShouldContain(" 5000 pairs\n");
        Tool.RunWithInput(Pair, "align --quality fast").Error.ShouldMatch(@"\bfast\b");
        result.Output.ShouldBe(string.Concat(Enumerable.Repeat("0-0\n", 10_000)) + "0-0 1-1\n");
    }

    [Fact]
    public void Links_of_an_encoder_that_knows_neither_language_are_left_out()
    {
        Random random = new(3);
        string[] source = [.. MadeUp(30)];
        string[] target = [.. MadeUp(30)];
        string text = string.Concat(Enumerable.Range(0, 400).Select(_ =>
        {
            int[] words = [.. Enumerable.Range(0, 6).Select(_ => random.Next(30))];
            int[] shuffled = [.. words];
            random.Shuffle(shuffled);
            return $"{string.Join(' ', words.Select(word => source[word]))} ||| "
                + $"{string.Join(' ', shuffled.Select(word => target[word]))}\n";
        }));
        ToolResult result = Tool.RunWithInput(text, "align -v");
        result.Error.ShouldContain("not used");
        result.Error.ShouldMatch(@"ratio 0\.\d\d; .* 0\.00\n");
        result.Output.ShouldBe(Tool.RunWithInput(text, "align --method statistical").Output);
        Tool.RunWithInput(Pair, "align -v").Error.ShouldMatch(@"ratio 2\.00; .* 2\.00\n");

        IEnumerable<string> MadeUp(int count) => Enumerable.Range(0, count).Select(_ => string.Concat(
            Enumerable.Range(0, 6).Select(place => (place % 2 == 0 ? "bdgkmpvz" : "aeiouy")[random.Next(6)])));
    }

    [Fact]
    public void The_lexicon_of_a_model_tells_words_that_nothing_else_knows()
    {
        const string Unknown = "blorp gnarf ||| zwackel quirtz\n";
        string encoder = Path.Combine(AppContext.BaseDirectory, "models", "multilingual");
        Tool.Write("known", string.Concat(Enumerable.Repeat("gnarf a ||| b zwackel\nblorp ||| quirtz\n", 20)));
        Tool.Write("links", string.Concat(Enumerable.Repeat("0-1 1p0\n0-0\n", 20)));
        Tool.Run($"model lexicon {encoder} --bitexts known --links links -o with -v")
            .Error.ShouldContain("2 pairs of stems");
        Tool.Run("model info with").ShouldSucceed().Output.ShouldContain("lexicon        lexicon.bin\n");

        ToolResult result = Tool.RunWithInput(Unknown, "align -v --method auto --symmetrize mean --model with");
        result.Error.ShouldMatch(@"lexicon: known, 2 word pairs");
        result.Output.ShouldBe("0-1 1-0\n");

        string manifest = Path.Combine(Tool.Folder, "with", "aligner-model.json");
        string right = File.ReadAllText(manifest);
        File.WriteAllText(manifest, right.Replace(
            "\"lexicon\": \"lexicon.bin\"", "\"lexicon\": \"links\"", StringComparison.Ordinal));
        Tool.RunWithInput(Unknown, "align --method auto --model with")
            .ShouldFail(65, "does not say what links is to hold");
        File.WriteAllText(manifest, right);
        File.WriteAllText(Path.Combine(Tool.Folder, "with", "lexicon.bin"), "x");
        Tool.RunWithInput(Unknown, "align --method auto --model with").ShouldFail(65, "lexicon.bin");
        Tool.Run($"model lexicon {encoder} --bitexts known --links links -o with").ShouldFail(1, "--overwrite");
        Tool.Run($"model lexicon {encoder} --bitexts known --links links links -o new")
            .ShouldFail(2, "--links names 2 files for 1 bitexts");
        Tool.Run($"model lexicon {encoder} --bitexts known known.gz -o new")
            .ShouldFail(2, "--bitexts names known more than once");
    }

    [Fact]
    public void Without_ONNX_Runtime_auto_is_statistical()
    {
        ToolResult result = Tool.With("ALIGNER_ONNXRUNTIME", "/nowhere")
            .RunWithInput("a b ||| a b\n", "align --method auto");
        result.Output.ShouldBe("0-0 1-1\n");
        result.Error.ShouldContain("ALIGNER_ONNXRUNTIME names '/nowhere'");
        Tool.RunWithInput("a b ||| a b\n", "align --provider cuda").ShouldFail(2, "--provider cannot be given");
    }

    [Fact]
    public void Auto_takes_another_encoder_and_nothing_else()
    {
        string encoder = Path.Combine(AppContext.BaseDirectory, "models", "multilingual");
        Tool.RunWithInput(Pair, $"align --method auto --model {encoder}").Output
            .ShouldBe(Tool.RunWithInput(Pair, "align").Output);
        Tool.RunWithInput(Pair, "align --method auto --model m")
            .ShouldFail(2, "--method auto takes the folder of an encoder, which 'm' is not");
        Directory.CreateDirectory(Path.Combine(Tool.Folder, "empty"));
        Tool.RunWithInput(Pair, "align --method auto --model empty").ShouldFail(65, "empty");
    }

    [Fact]
    public void A_vocabulary_is_learned_and_taken()
    {
        Tool.Write("text", Pair);
        Tool.Run("model vocabulary text --size 60 -o pieces").ShouldSucceed();
        Tool.Run("tokenize --tokenizer pieces text").ExitCode.ShouldBe(0);
        Tool.Run("model vocabulary text --size 60 -o pieces").ShouldFail(1, "pieces exists already");
    }

    /// <summary>A log-linear network of a few features.</summary>
    private void WriteNetwork(float bias, params (string Feature, float Direct)[] direct)
    {
        IReadOnlyList<string> names = new LinkFeatures(StatisticalExperts.All).Names;
        LinkNetwork network = new()
        {
            Features = names,
            Weights = [],
            HiddenBiases = [],
            Output = [],
            Direct = [.. names.Select(name => direct.FirstOrDefault(feature => feature.Feature == name).Direct)],
            Bias = bias,
        };
        using StringWriter text = new();
        LinkNetworkFormat.Write(text, network);
        Tool.Write("network", text.ToString());
    }
}
