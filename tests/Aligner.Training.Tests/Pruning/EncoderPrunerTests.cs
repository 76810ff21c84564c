using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Numerics;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Tokenization.Subwords;
using Aligner.Training.Corpora;
using Aligner.Training.Parameters;
using Aligner.Training.Pruning;

namespace Aligner.Training.Tests.Pruning;

public sealed class EncoderPrunerTests : IDisposable
{
    private const int Neurons = 16, Hidden = 8;

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
    [RuntimeFact]
    public void What_others_replace_can_go_without_a_change()
    {
        ModelFolder model = Build(copies: true);
        ModelFolder pruned = Prune(model, Neurons / 2);
        pruned.Manifest.Encoder.ShouldBe(Config with { IntermediateSize = Neurons / 2 });
        float[] before = Encode(model), after = Encode(pruned);
        after.ShouldBe(before, 1e-2);
    }

    /// <summary>Half of the neurons always give GELU(2), which goes into the bias.</summary>
    [RuntimeFact]
    public void What_never_changes_becomes_constant()
    {
        ModelFolder model = Build(copies: false, constants: true);
        float[] before = Encode(model);
        Encode(Prune(model, Neurons / 2)).ShouldBe(before, 1e-2);
    }

    [RuntimeFact]
    public void The_more_goes_the_more_changes()
    {
        ModelFolder model = Build(copies: false);
        float[] before = Encode(model);
        double[] changes = [.. new[] { 14, 8, 2 }.Select(size =>
            Encode(Prune(model, size)).Zip(before, (a, b) => Math.Abs(a - b)).Average())];
        changes[0].ShouldBeGreaterThan(0);
        changes.ShouldBe(changes.Order());
    }

    /// <summary>The same pairs in other batches, and so beside more padding, are worth the same.</summary>
    [RuntimeFact]
    public void Padding_does_not_count()
    {
        ModelFolder model = Build(copies: false);
        Encode(Prune(model, 8, batchPositions: 1)).ShouldBe(Encode(Prune(model, 8, batchPositions: 4096)), 1e-3);
    }

    [RuntimeFact]
    public void Threads_do_not_change_the_model()
    {
        ModelFolder model = Build(copies: false);
        byte[][] weights = [.. new[] { 1, 2 }.Select(threads => File.ReadAllBytes(
            Path.Combine(Prune(model, 8, threads: threads).Path, ModelFolder.WeightFile)))];
        weights[1].ShouldBe(weights[0]);
    }

    [RuntimeFact]
    public void As_many_neurons_as_there_are_cannot_be_kept() => Should.Throw<DataException>(
        () => Prune(Build(copies: false), Neurons)).Message.ShouldContain("have 16 neurons");

    [RuntimeFact]
    public void A_model_in_8_bits_is_refused()
    {
        ModelFolder small = ModelQuantizer.Quantize(
            Build(copies: false), _folder.Path("small"), new QuantizationOptions(), overwrite: false);
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

    private ModelFolder Build(bool copies, bool constants = false)
    {
        using ParameterSet parameters = new();
        SplitMix64 random = new(7);
        parameters.AddEncoder(Config, ref random);
        foreach (Parameter parameter in parameters.Where(parameter => parameter.Decays))
        {
            EncoderParameters.FillNormal(parameter.Values, 0.5, ref random);
        }

        for (int layer = 0; copies && layer < Config.Layers; layer++)
        {
            Copy(parameters[EncoderWeights.Weight(EncoderWeights.Layer(layer, "intermediate"))].Values);
            Copy(parameters[EncoderWeights.Bias(EncoderWeights.Layer(layer, "intermediate"))].Values);
        }

        for (int layer = 0; constants && layer < Config.Layers; layer++)
        {
            FillHalf(parameters[EncoderWeights.Weight(EncoderWeights.Layer(layer, "intermediate"))].Values, 0);
            FillHalf(parameters[EncoderWeights.Bias(EncoderWeights.Layer(layer, "intermediate"))].Values, 2);
        }

        return ModelBuilder.Build(
            _folder.Path("model"),
            Config,
            parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.ToConstant()),
            _tokenizer,
            defaultLayer: 2,
            links: null,
            overwrite: true);
    }

    // The second half of each row becomes the first.
    private static void Copy(Span<float> rows)
    {
        for (int row = 0; row < rows.Length; row += Neurons)
        {
            rows.Slice(row, Neurons / 2).CopyTo(rows.Slice(row + (Neurons / 2), Neurons / 2));
        }
    }

    private static void FillHalf(Span<float> rows, float value)
    {
        for (int row = 0; row < rows.Length; row += Neurons)
        {
            rows.Slice(row, Neurons / 2).Fill(value);
        }
    }

    private ModelFolder Prune(ModelFolder model, int size, int batchPositions = 4096, int threads = 2) =>
        EncoderPruner.Prune(
            model,
            _corpus,
            new PruningOptions
            {
                IntermediateSize = size,
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
