using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Numerics;
using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Parameters;
using Aligner.Finetuning.Pruning;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Tokenization.Subwords;

namespace Aligner.Finetuning.Tests.Pruning;

public sealed class EncoderPrunerTests : RuntimeTests, IDisposable
{
    private const int Neurons = 16, Hidden = 8, HeadSize = Hidden / 2;

    private static readonly EncoderConfig Config = new()
    {
        Family = EncoderFamily.Bert,
        VocabularySize = 13,
        HiddenSize = Hidden,
        Layers = 2,
        Heads = 2,
        IntermediateSize = Neurons,
        MaxLength = 12,
        TokenTypes = 0,
        LayerNormEpsilon = 1e-5f,
    };

    private readonly TempFolder _folder = new();
    private readonly string _tokenizer;
    private readonly TrainingCorpus _corpus;

    public EncoderPrunerTests()
    {
        _tokenizer = Tokenizers.Write(_folder);
        _corpus = new TrainingCorpus(SubwordTokenizer.Load(_tokenizer), maxPieces: 12);
        SplitMix64 random = new(5);
        List<(TokenizedPair, IReadOnlyList<ScoredLink>)> pairs = [];
        for (int i = 0; i < 200; i++)
        {
            pairs.Add((new TokenizedPair(Words(ref random), Words(ref random)), []));
        }

        _corpus.AddGroup(pairs);
    }

    /// <summary>Half of the neurons give what the others give.</summary>
    [Fact]
    public void What_others_replace_can_go_without_a_change()
    {
        ModelFolder model = Build(Twice);
        ModelFolder pruned = Prune(model, Neurons / 2);
        pruned.Manifest.Encoder.ShouldBe(Config with { IntermediateSize = Neurons / 2 });
        float[] before = Encode(model), after = Encode(pruned);
        after.ShouldBe(before, 1e-2);
    }

    /// <summary>Half of the neurons always give GELU(2), which goes into the bias.</summary>
    [Fact]
    public void What_never_changes_becomes_constant()
    {
        ModelFolder model = Build(parameters => FixHalves(parameters, Neurons, "intermediate", 2));
        float[] before = Encode(model);
        Encode(Prune(model, Neurons / 2)).ShouldBe(before, 1e-2);
    }

    [Fact]
    public void The_more_goes_the_more_changes()
    {
        ModelFolder model = Build();
        float[] before = Encode(model);
        double[] changes = [.. new[] { 14, 8, 2 }.Select(size =>
            Encode(Prune(model, size)).Zip(before, (a, b) => Math.Abs(a - b)).Average())];
        changes[0].ShouldBeGreaterThan(0);
        changes.ShouldBe(changes.Order());
    }

    /// <summary>The same pairs in other batches, and so beside more padding, are worth the same.</summary>
    [Fact]
    public void Padding_does_not_count()
    {
        ModelFolder model = Build();
        Encode(Prune(model, 8, headSize: 2, batchPositions: 1))
            .ShouldBe(Encode(Prune(model, 8, headSize: 2, batchPositions: 4096)), 1e-3);
    }

    [Fact]
    public void Threads_do_not_change_the_model()
    {
        ModelFolder model = Build();
        byte[][] weights = [.. new[] { 1, 2 }.Select(threads => File.ReadAllBytes(
            Path.Combine(Prune(model, 8, headSize: 2, threads: threads).Path, ModelFolder.WeightFile)))];
        weights[1].ShouldBe(weights[0]);
    }

    /// <summary>The second half of the dimensions of each head repeats the first.</summary>
    [Fact]
    public void What_heads_know_twice_can_go_without_a_change()
    {
        ModelFolder model = Build(Twice);
        ModelFolder pruned = Prune(model, size: null, headSize: HeadSize / 2);
        pruned.Manifest.Encoder.ShouldBe(Config with { HeadSize = HeadSize / 2 });
        float[] before = Encode(model);
        Encode(pruned).ShouldBe(before, 1e-2);
        float[] less = Encode(Prune(model, size: null, headSize: 1));
        less.Zip(before, (a, b) => Math.Abs(a - b)).Max().ShouldBeGreaterThan(0.1f);
    }

    /// <summary>Half of what each head gives is always 0.5, whatever it attends to, which goes into the bias.</summary>
    [Fact]
    public void What_heads_always_give_becomes_constant()
    {
        ModelFolder model = Build(parameters =>
        {
            Twice(parameters);
            FixHalves(parameters, HeadSize, "value", 0.5f);
        });
        float[] before = Encode(model);
        Encode(Prune(model, size: null, headSize: HeadSize / 2)).ShouldBe(before, 1e-2);
    }

    [Fact]
    public void The_fewer_dimensions_heads_have_the_more_changes()
    {
        ModelFolder model = Build();
        float[] before = Encode(model);
        double[] changes = [.. new[] { 3, 2, 1 }.Select(kept =>
            Encode(Prune(model, size: null, headSize: kept)).Zip(before, (a, b) => Math.Abs(a - b)).Average())];
        changes[0].ShouldBeGreaterThan(0);
        changes.ShouldBe(changes.Order());
    }

    [Fact]
    public void Neurons_and_heads_are_pruned_at_once_and_again()
    {
        ModelFolder both = Prune(Build(Twice), Neurons / 2, headSize: HeadSize / 2);
        Encode(both).ShouldBe(Encode(Build(Twice)), 2e-2);
        Prune(both, Neurons / 4, headSize: 1).Manifest.Encoder
            .ShouldBe(Config with { IntermediateSize = Neurons / 4, HeadSize = 1 });
    }

    [Fact]
    public void As_many_dimensions_as_there_are_cannot_be_kept() => Should.Throw<DataException>(
        () => Prune(Build(), size: null, headSize: HeadSize)).Message.ShouldContain("have 4 dimensions");

    [Fact]
    public void Nothing_to_prune_is_an_error() => Should.Throw<ArgumentException>(
        () => Prune(Build(), size: null)).Message.ShouldContain("nothing to prune");

    [Fact]
    public void As_many_neurons_as_there_are_cannot_be_kept() => Should.Throw<DataException>(
        () => Prune(Build(), Neurons)).Message.ShouldContain("have 16 neurons");

    [Fact]
    public void A_model_in_8_bits_is_refused()
    {
        ModelFolder small = ModelQuantizer.Quantize(
            Build(), _folder.Path("small"), new QuantizationOptions(), overwrite: false);
        Should.Throw<DataException>(() => Prune(small, 8)).Message.ShouldContain("32-bit");
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Words(ref SplitMix64 random)
    {
        string[] words = new string[1 + random.NextIndex(8)];
        foreach (ref string word in words.AsSpan())
        {
            word = ((char)('a' + random.NextIndex(8))).ToString();
        }

        return words;
    }

    private ModelFolder Build(Action<ParameterSet>? change = null)
    {
        using ParameterSet parameters = new();
        SplitMix64 random = new(7);
        parameters.AddEncoder(Config, ref random);
        foreach (Parameter parameter in parameters.Where(
            parameter => parameter.Decays || parameter.Name.EndsWith("/bias", StringComparison.Ordinal)))
        {
            EncoderParameters.FillNormal(parameter.Values, 0.5, ref random);
        }

        change?.Invoke(parameters);
        return ModelBuilder.Build(
            _folder.Path("model"),
            Config,
            parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.ToConstant()),
            _tokenizer,
            defaultLayer: 2,
            links: null,
            overwrite: true);
    }

    private static void Twice(ParameterSet parameters)
    {
        RepeatHalves(parameters, Neurons, "intermediate");
        foreach (string part in new[] { "query", "key", "value" })
        {
            RepeatHalves(parameters, HeadSize, part);
        }
    }

    // The second half of each so many outputs becomes the first.
    private static void RepeatHalves(ParameterSet parameters, int width, string part)
    {
        for (int layer = 0; layer < Config.Layers; layer++)
        {
            string name = EncoderWeights.Layer(layer, part);
            Repeat(parameters[EncoderWeights.Weight(name)].Values);
            Repeat(parameters[EncoderWeights.Bias(name)].Values);
        }

        void Repeat(Span<float> rows)
        {
            for (int i = 0; i < rows.Length; i += width)
            {
                rows.Slice(i, width / 2).CopyTo(rows.Slice(i + (width / 2), width / 2));
            }
        }
    }

    // The first half of each so many outputs becomes a constant.
    private static void FixHalves(ParameterSet parameters, int width, string part, float value)
    {
        for (int layer = 0; layer < Config.Layers; layer++)
        {
            string name = EncoderWeights.Layer(layer, part);
            Fill(parameters[EncoderWeights.Weight(name)].Values, 0);
            Fill(parameters[EncoderWeights.Bias(name)].Values, value);
        }

        void Fill(Span<float> rows, float number)
        {
            for (int i = 0; i < rows.Length; i += width)
            {
                rows.Slice(i, width / 2).Fill(number);
            }
        }
    }

    private ModelFolder Prune(
        ModelFolder model, int? size, int? headSize = null, int batchPositions = 4096, int threads = 2) =>
        EncoderPruner.Prune(
            model,
            _corpus,
            new PruningOptions
            {
                IntermediateSize = size,
                HeadSize = headSize,
                Pairs = 200,
                Sampler = new SamplerOptions { BatchPositions = batchPositions, PoolSize = 200 },
                Threads = threads,
            },
            _folder.Path("pruned"),
            overwrite: true);

    private static float[] Encode(ModelFolder model)
    {
        using Encoder encoder = Encoder.Load(model, new EncoderOptions());
        float[] result = new float[2 * 5 * Hidden];
        encoder.Encode([2, 5, 6, 7, 3, 2, 12, 8, 9, 3], [5, 5], result);
        return result;
    }
}
