using System.Globalization;
using Aligner.Core;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Similarity;
using Aligner.Training.Checkpoints;
using Aligner.Training.Corpora;
using Aligner.Training.Objectives;
using Aligner.Training.Optimization;
using Aligner.Training.Parameters;
using Aligner.Training.Sessions;

namespace Aligner.Training.Encoders;

/// <summary>Trains an encoder so that the words of both languages that are linked get similar vectors.</summary>
/// <remarks>
/// The same corpus, options and weights give the same bytes, also when training stops and goes on from a checkpoint.
/// </remarks>
public sealed class EncoderTrainer : IDisposable
{
    private const string DrawnNote = "batches";

    private readonly EncoderConfig _config;
    private readonly EncoderTrainerOptions _options;
    private readonly TrainingCorpus _corpus;
    private readonly Trainer _trainer;
    private readonly GradientSession _session;
    private BatchSampler _sampler;
    private Task<AlignmentBatch>? _next;

    /// <param name="config">The shape of the encoder.</param>
    /// <param name="parameters">Its weights, all of which are trained; those of the objective are added.</param>
    /// <param name="corpus">What it learns from.</param>
    /// <param name="options">How it is trained.</param>
    /// <exception cref="ArgumentException">The corpus is empty, or an option makes no sense.</exception>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime is missing.</exception>
    public EncoderTrainer(
        EncoderConfig config, ParameterSet parameters, TrainingCorpus corpus, EncoderTrainerOptions options)
    {
        options.Validate();
        _config = config;
        _options = options;
        _corpus = corpus;
        _sampler = new BatchSampler(corpus, options.Sampler);
        Parameters = parameters;
        AlignmentObjective.AddParameters(parameters, options.Objective);
        _trainer = new Trainer(parameters, options.Optimizer);
        OnnxGraph graph = AlignmentObjective.Build(
            EncoderGraph.Build(config, Weights()), config.HiddenSize, options.Objective);
        _session = new GradientSession(
            graph,
            AlignmentObjective.Loss,
            parameters,
            new SessionSettings { Threads = options.Optimizer.Threads });
    }

    /// <summary>What is trained.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>Steps taken so far.</summary>
    public long StepCount => _trainer.StepCount;

    /// <summary>How links are best extracted from what was learned so far.</summary>
    public LinkSettings Links => _options.Objective.Scale is null
        ? new LinkSettings("softmax", SimilarityLevel.Word, SimilarityMeasure.DotProduct)
        : new LinkSettings(
            "posterior",
            SimilarityLevel.Word,
            SimilarityMeasure.Cosine,
            Temperature: 0.5 / (Parameters[AlignmentObjective.Scale].Values[0] * AlignmentObjective.ScaleUnit),
            NullSimilarity: Math.Clamp((Parameters[AlignmentObjective.Null].Values[0] + 1) / 2, 0, 1));

    /// <summary>Learns from some batches.</summary>
    /// <exception cref="NotFiniteNumberException">A gradient is infinite or no number; nothing is changed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is changed.</exception>
    public EncoderStep Step(CancellationToken cancellation)
    {
        float loss = 0;
        int pairs = 0;
        for (int i = 0; i < _options.BatchesPerStep; i++)
        {
            // The next batch is made while this one is learned from.
            using AlignmentBatch batch = (_next ?? MakeNext()).GetAwaiter().GetResult();
            _next = MakeNext();
            loss += _session.Run(batch.Inputs, 1f / _options.BatchesPerStep, cancellation);
            pairs += batch.Pairs;
        }

        return new EncoderStep(_trainer.Apply(), loss / _options.BatchesPerStep, pairs);
    }

    /// <summary>Writes a checkpoint; see <see cref="Checkpoint.Save"/>.</summary>
    public void Save(string path) => Checkpoint.Save(path, _trainer, new TrainingProgress(
        _options.Sampler.Seed,
        new Dictionary<string, string>
        {
            [DrawnNote] = (_sampler.Drawn - (_next is null ? 0 : 1)).ToString(CultureInfo.InvariantCulture),
        }));

    /// <summary>Goes on from a checkpoint; see <see cref="Checkpoint.Load"/>.</summary>
    /// <exception cref="DataException">It is damaged, or of another encoder.</exception>
    public void Load(string path)
    {
        TrainingProgress progress = Checkpoint.Load(path, _trainer);
        if (!progress.Notes.TryGetValue(DrawnNote, out string? drawn)
            || !long.TryParse(drawn, CultureInfo.InvariantCulture, out long batches))
        {
            throw new DataException($"{path}: it does not say how many batches were drawn");
        }

        DropNext();
        _sampler = new BatchSampler(_corpus, _options.Sampler);
        _sampler.Skip(batches);
    }

    /// <summary>Writes the encoder as it is now as a model folder.</summary>
    /// <param name="target">The model folder, which is replaced if it is one.</param>
    /// <param name="tokenizer">A folder with the files of its tokenizer.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public ModelFolder Write(string target, string tokenizer) => ModelBuilder.Build(
        target, _config, Weights(), tokenizer, _options.Objective.Layer, Links, overwrite: true);

    public void Dispose()
    {
        DropNext();
        _session.Dispose();
    }

    private Dictionary<string, GraphTensor> Weights() => EncoderWeights.List(_config)
        .ToDictionary(weight => weight.Name, weight => Parameters[weight.Name].ToConstant());

    private Task<AlignmentBatch> MakeNext()
    {
        int[] pairs = _sampler.Next();
        return Task.Run(() => new AlignmentBatch(
            _corpus, pairs, _config.PadId, hasNull: _options.Objective.Scale is not null));
    }

    private void DropNext()
    {
        _next?.GetAwaiter().GetResult().Dispose();
        _next = null;
    }
}
