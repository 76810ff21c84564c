using System.Numerics.Tensors;
using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Numerics;
using Aligner.Finetuning.Checkpoints;
using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Encoders;
using Aligner.Finetuning.Objectives;
using Aligner.Finetuning.Objectives.Alignment;
using Aligner.Finetuning.Optimization;
using Aligner.Finetuning.Parameters;
using Aligner.Neural.Embeddings;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Similarity;
using Aligner.Similarity.Extraction;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Subwords;

namespace Aligner.Finetuning.Tests.Encoders;

public sealed class EncoderTrainerTests : RuntimeTests, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _tokenizer;
    private readonly TrainingCorpus _corpus;

    public EncoderTrainerTests()
    {
        _tokenizer = Tokenizers.Write(_folder);
        _corpus = new TrainingCorpus(SubwordTokenizer.Load(_tokenizer), maxPieces: 12);
        _corpus.AddGroup(Text(200));
    }

    /// <summary>a, b, c and d are e, f, g and h in the other language, which turns them around.</summary>
    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    public void An_encoder_learns_which_words_are_links(int layers, int? embeddingSize)
    {
        using ParameterSet parameters = new();
        using EncoderTrainer trainer = Create(layers, parameters, steps: 150, embeddingSize: embeddingSize);
        float first = trainer.Step(default).Loss, last = first;
        while (trainer.StepCount < 150)
        {
            last = trainer.Step(default).Loss;
        }

        last.ShouldBeLessThan(first / 4);
        ModelFolder model = trainer.Write(_folder.Path("model"), _tokenizer);
        LinkSettings links = model.Manifest.Links!;
        using ContextualEmbedder embedder = new(
            model, new EncoderOptions(), new WordNormalizer(new NormalizationOptions()));
        SimilarityAligner aligner = new(
            [embedder],
            LinkExtractors.Get(links.Extract).Create(links.Extraction),
            new SimilarityOptions { Level = links.Level, Measure = links.Measure },
            threads: 1);
        aligner.Align([new TokenizedPair(["a", "b", "d"], ["h", "f", "e"])], default)[0]
            .ShouldBe([new Link(0, 2), new Link(1, 1), new Link(2, 0)]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Training_goes_on_from_a_checkpoint_as_if_it_had_never_stopped(bool learnsAll)
    {
        ObjectiveWeights objectives = learnsAll ? Everything : new ObjectiveWeights();
        using ParameterSet whole = new(), part = new(), rest = new();
        using EncoderTrainer through = Create(layers: 1, whole, steps: 20, objectives);
        using EncoderTrainer stopped = Create(layers: 1, part, steps: 20, objectives);
        using EncoderTrainer resumed = Create(layers: 1, rest, steps: 20, objectives);
        Run(through, 12);
        Run(stopped, 7);
        Should.Throw<OperationCanceledException>(() => stopped.Step(new CancellationToken(canceled: true)));
        stopped.Save(_folder.Path("state"));
        Run(resumed, 2);
        resumed.Load(_folder.Path("state"));
        Run(resumed, 12);
        foreach (Parameter parameter in whole)
        {
            rest[parameter.Name].Values.ToArray().ShouldBe(parameter.Values.ToArray());
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(5)]
    public void All_objectives_are_learned_together(int? embeddingSize)
    {
        using ParameterSet parameters = new();
        using EncoderTrainer trainer = Create(layers: 1, parameters, steps: 100, Everything, embeddingSize);
        float first = trainer.Step(default).Loss, last = first;
        while (trainer.StepCount < 100)
        {
            last = trainer.Step(default).Loss;
        }

        last.ShouldBeLessThan(first / 2);
    }

    [Fact]
    public void Adapters_change_nothing_at_first_and_are_all_that_is_trained_of_the_encoder()
    {
        using ParameterSet whole = new(), parameters = new();
        using EncoderTrainer trainer = Create(layers: 1, whole, steps: 20);
        Run(trainer, 2);
        ModelFolder model = trainer.Write(_folder.Path("model"), _tokenizer);

        EncoderConfig config = Config(layers: 1) with { AdapterSize = 3 };
        SplitMix64 random = new(3);
        parameters.AddEncoder(config, ref random);
        parameters.CopyFrom(model);
        parameters.FreezeAllButAdapters();
        using EncoderTrainer adapting = new(config, parameters, _corpus, Options(1, steps: 60));
        Encode(adapting.Write(_folder.Path("same"), _tokenizer)).ShouldBe(Encode(model), 1e-6f);
        float[] losses = [.. Enumerable.Range(0, 60).Select(_ => adapting.Step(default).Loss)];
        losses[50..].Average().ShouldBeLessThan(0.9f * losses[..10].Average());
        foreach (Parameter parameter in whole.Where(parameter =>
            !parameter.Name.StartsWith("alignment", StringComparison.Ordinal)))
        {
            parameters[parameter.Name].Values.ToArray().ShouldBe(parameter.Values.ToArray());
        }

        adapting.Save(_folder.Path("state"));
        new FileInfo(_folder.Path("state")).Length.ShouldBeLessThan(4 * 3 * (parameters.Size - whole.Size + 500));
    }

    [Fact]
    public void Hidden_pieces_need_a_mask()
    {
        using ParameterSet parameters = new();
        SplitMix64 random = new(2);
        parameters.AddEncoder(Config(0), ref random);
        EncoderTrainerOptions options = Options(0, 10) with { Objectives = Everything };
        Should.Throw<ArgumentException>(() => new EncoderTrainer(Config(0), parameters, _corpus, options))
            .Message.ShouldContain("no mask");
    }

    [Fact]
    public void A_checkpoint_of_another_encoder_is_refused()
    {
        using ParameterSet one = new(), two = new();
        using EncoderTrainer small = Create(layers: 0, one, steps: 20);
        using EncoderTrainer large = Create(layers: 1, two, steps: 20);
        small.Save(_folder.Path("state"));
        Should.Throw<DataException>(() => large.Load(_folder.Path("state")));
    }

    [Theory]
    [InlineData("seed was 1 and is now 2", 2, 0.5, 200, 2, "", 200)]
    [InlineData("balance was 0.5 and is now 1", 1, 1, 200, 2, "", 200)]
    [InlineData("batch was 200 and is now 100", 1, 0.5, 100, 2, "", 200)]
    [InlineData("batches a step was 2 and is now 1", 1, 0.5, 200, 1, "", 200)]
    [InlineData("tokenizer was  and is now other", 1, 0.5, 200, 2, "other", 200)]
    [InlineData("number of pairs was 200 and is now 199; text was", 1, 0.5, 200, 2, "", 199)]
    [InlineData(null, 1, 0.5, 200, 2, "", 200)]
    public void A_checkpoint_is_refused_where_the_course_of_training_is_another(
        string? difference, ulong seed, double balance, int batch, int accumulate, string tokenizer, int pairs)
    {
        using ParameterSet one = new(), two = new();
        using EncoderTrainer saved = Create(layers: 0, one, steps: 20);
        Run(saved, 2);
        saved.Save(_folder.Path("state"));
        TrainingCorpus corpus = new(SubwordTokenizer.Load(_tokenizer), maxPieces: 12);
        corpus.AddGroup(Text(pairs));
        SplitMix64 random = new(3);
        two.AddEncoder(Config(0), ref random);
        using EncoderTrainer other = new(Config(0), two, corpus, Options(0, steps: 300) with
        {
            Sampler = new SamplerOptions { Balance = balance, BatchPositions = batch, PoolSize = 100, Seed = seed },
            BatchesPerStep = accumulate,
            Tokenizer = tokenizer,
            Objectives = new ObjectiveWeights { Links = 0.5f, Consistency = 1 },
        });
        if (difference is null)
        {
            other.Load(_folder.Path("state"));
            other.StepCount.ShouldBe(2);
        }
        else
        {
            Should.Throw<DataException>(() => other.Load(_folder.Path("state"))).Message.ShouldContain(difference);
            other.StepCount.ShouldBe(0);
        }
    }

    [Fact]
    public void A_checkpoint_of_adapters_belongs_to_the_weights_beside_them()
    {
        EncoderConfig config = Config(layers: 1) with { AdapterSize = 3 };
        using ParameterSet one = new(), same = new(), other = new();
        using EncoderTrainer saved = Adapting(one, seed: 2);
        saved.Save(_folder.Path("state"));
        using EncoderTrainer again = Adapting(same, seed: 2), changed = Adapting(other, seed: 3);
        again.Load(_folder.Path("state"));
        Should.Throw<DataException>(() => changed.Load(_folder.Path("state")))
            .Message.ShouldContain("of another training: frozen weights was");

        EncoderTrainer Adapting(ParameterSet parameters, ulong seed)
        {
            SplitMix64 random = new(seed);
            parameters.AddEncoder(config, ref random);
            parameters.FreezeAllButAdapters();
            return new EncoderTrainer(config, parameters, _corpus, Options(1, steps: 20));
        }
    }

    [Fact]
    public void A_checkpoint_that_does_not_know_its_course_is_gone_on_from()
    {
        using ParameterSet parameters = new();
        using EncoderTrainer trainer = Create(layers: 0, parameters, steps: 20);
        Checkpoint.Save(
            _folder.Path("state"),
            new Trainer(parameters, Options(0, steps: 20).Optimizer),
            new TrainingProgress(7, new Dictionary<string, string> { ["batches"] = "4" }));
        Run(trainer, 1);
        trainer.Load(_folder.Path("state"));
        trainer.StepCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("null", "null is no shape")]
    [InlineData("""{ "vocabulary_size": 5 }""", "vocabulary_size 5 leaves no room for pieces beside the 5 special")]
    [InlineData("""{ "hidden_size": 9, "heads": 2 }""", "hidden_size 9 cannot be divided among 2 heads")]
    [InlineData("""{ "embedding_size": 0 }""", "EmbeddingSize")]
    [InlineData("""{ "head_size": 0 }""", "HeadSize")]
    [InlineData("""{ "activation": "tanh" }""", "activation 'tanh' is none of")]
    public void A_shape_that_makes_no_sense_is_refused(string json, string message)
    {
        File.WriteAllText(_folder.Path("shape.json"), json);
        Should.Throw<DataException>(() => ScratchConfig.Read(_folder.Path("shape.json")))
            .Message.ShouldContain(message);
    }

    [Fact]
    public void A_shape_says_all_that_an_encoder_has()
    {
        File.WriteAllText(_folder.Path("shape.json"), """
            {
              "embedding_size": 4, "hidden_size": 9, "layers": 3, "heads": 2, "head_size": 3, "intermediate_size": 12,
              "max_length": 32, "activation": "relu"
            }
            """);
        EncoderConfig config = ScratchConfig.Read(_folder.Path("shape.json")).ToEncoder(13, padId: 0);
        Dictionary<string, long[]> weights = EncoderWeights.List(config).ToDictionary();
        weights[EncoderWeights.Words].ShouldBe([13, 4]);
        weights[EncoderWeights.Positions].ShouldBe([32, 4]);
        weights["embeddings/norm/weight"].ShouldBe([4]);
        weights["embeddings/projection/weight"].ShouldBe([4, 9]);
        weights["layers/2/query/weight"].ShouldBe([9, 6]);
        weights["layers/2/intermediate/weight"].ShouldBe([9, 12]);
        config.Activation.ShouldBe("relu");
    }

    [Fact]
    public void Weights_of_a_model_start_a_larger_one_which_then_says_nearly_the_same()
    {
        using ParameterSet small = new(), large = new();
        using EncoderTrainer trainer = Create(layers: 0, small, steps: 50);
        Run(trainer, 30);
        ModelFolder model = trainer.Write(_folder.Path("small"), _tokenizer);
        SplitMix64 random = new(3);
        large.AddEncoder(Config(layers: 2), ref random);
        large.CopyFrom(model).ShouldBe(small.Count - 2);
        using EncoderTrainer grown = new(Config(layers: 2), large, _corpus, Options(2, steps: 50));
        ModelFolder larger = grown.Write(_folder.Path("large"), _tokenizer);
        float[] expected = Encode(model), actual = Encode(larger);
        for (int piece = 0; piece < 4; piece++)
        {
            TensorPrimitives.CosineSimilarity<float>(expected.AsSpan(piece * 8, 8), actual.AsSpan(piece * 8, 8))
                .ShouldBeGreaterThan(0.99f);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static float[] Encode(ModelFolder model)
    {
        using Encoder encoder = Encoder.Load(model, new EncoderOptions());
        float[] states = new float[4 * 8];
        encoder.Encode([2, 5, 9, 3], [4], states);
        return states;
    }

    private static void Run(EncoderTrainer trainer, long until)
    {
        while (trainer.StepCount < until)
        {
            trainer.Step(default);
        }
    }

    private static IEnumerable<(TokenizedPair, IReadOnlyList<ScoredLink>)> Text(int count)
    {
        SplitMix64 random = new(1);
        for (int i = 0; i < count; i++)
        {
            int[] words = new int[1 + random.NextIndex(5)];
            foreach (ref int word in words.AsSpan())
            {
                word = random.NextIndex(4);
            }

            yield return (
                new TokenizedPair(
                    [.. words.Select(word => $"{(char)('a' + word)}")],
                    [.. words.Reverse().Select(word => $"{(char)('e' + word)}")]),
                [.. from source in Enumerable.Range(0, words.Length)
                    from target in Enumerable.Range(0, words.Length)
                    where words[source] == words[^(target + 1)]
                    select new ScoredLink(new Link(source, target), 1)]);
        }
    }

    private static ObjectiveWeights Everything => new()
    {
        Links = 1,
        SelfTraining = 0.1f,
        Consistency = 0.5f,
        MaskedLanguage = 0.1f,
        TranslationLanguage = 0.1f,
        ParallelSentences = 0.1f,
    };

    private static EncoderConfig Config(int layers, int? embeddingSize = null) => new ScratchConfig
    {
        HiddenSize = 8,
        EmbeddingSize = embeddingSize,
        Layers = layers,
        Heads = 2,
        IntermediateSize = 16,
        MaxLength = 12,
    }.ToEncoder(vocabularySize: 13, padId: 0);

    private static EncoderTrainerOptions Options(int layers, int steps) => new()
    {
        Alignment = new AlignmentObjectiveOptions { Layer = layers, Scale = 5 },
        Sampler = new SamplerOptions { BatchPositions = 200, PoolSize = 100 },
        Optimizer = new TrainerOptions
        {
            Schedule = new LearningRateSchedule { Peak = 0.03f, TotalSteps = steps, WarmUpSteps = 5 },
            Threads = 1,
        },
        BatchesPerStep = 2,
    };

    private EncoderTrainer Create(
        int layers,
        ParameterSet parameters,
        int steps,
        ObjectiveWeights? objectives = null,
        int? embeddingSize = null)
    {
        EncoderConfig config = Config(layers, embeddingSize);
        SplitMix64 random = new(2);
        parameters.AddEncoder(config, ref random);
        EncoderTrainerOptions options = Options(layers, steps) with
        {
            Objectives = objectives ?? new ObjectiveWeights(),
            MaskId = 4,
        };
        return new EncoderTrainer(config, parameters, _corpus, options);
    }
}
