using System.Globalization;
using Aligner.Core;
using Aligner.Core.Numerics;
using Aligner.Finetuning.Checkpoints;
using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Objectives;
using Aligner.Finetuning.Objectives.Alignment;
using Aligner.Finetuning.Optimization;
using Aligner.Finetuning.Parameters;
using Aligner.Finetuning.Sessions;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Similarity.Matrices;

namespace Aligner.Finetuning.Encoders;

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
    private readonly IReadOnlyList<(IObjective Objective, float Weight, GradientSession Session)> _objectives;
    private readonly Lazy<Dictionary<string, string>> _course;
    private BatchSampler _sampler;
    private Task<DrawnBatch>? _next;
    private long _learned;

    /// <param name="config">The shape of the encoder.</param>
    /// <param name="parameters">
    /// Its weights, which are trained unless they are frozen; those of the objectives are added.
    /// </param>
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
        SplitMix64 random = new(options.Sampler.Seed);
        AlignmentObjective.AddParameters(parameters, options.Alignment);
        IReadOnlyList<(IObjective Objective, float Weight)> objectives =
            EncoderObjectives.Create(config, options.Alignment, options.Objectives, options.MaskId);
        foreach ((IObjective objective, float _) in objectives)
        {
            objective.AddParameters(parameters, ref random);
        }

        _trainer = new Trainer(parameters, options.Optimizer);
        _course = new(() => TrainingCourse.Describe(options, corpus, parameters));
        OnnxGraph encoder = EncoderGraph.Build(config, Weights());
        SessionSettings settings = new() { Threads = options.Optimizer.Threads };
        _objectives = [.. objectives.Select(item => (item.Objective, item.Weight, new GradientSession(
            item.Objective.Build(encoder), item.Objective.Loss, parameters, settings)))];
    }

    /// <summary>What is trained.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>Steps taken so far.</summary>
    public long StepCount => _trainer.StepCount;

    /// <summary>How links are best extracted from what was learned so far.</summary>
    public LinkSettings Links => _options.Alignment.Scale is null
        ? new LinkSettings(
            "softmax", SimilarityLevel.Word, SimilarityMeasure.DotProduct, Distortion: _options.Alignment.Distortion)
        : new LinkSettings(
            "posterior",
            SimilarityLevel.Word,
            SimilarityMeasure.Cosine,
            Temperature: 0.5 / (Parameters[AlignmentObjective.Scale].Values[0] * AlignmentObjective.ScaleUnit),
            NullSimilarity: Math.Clamp((Parameters[AlignmentObjective.Null].Values[0] + 1) / 2, 0, 1),
            Distortion: _options.Alignment.Distortion);

    /// <summary>Learns from some batches.</summary>
    /// <exception cref="NotFiniteNumberException">A gradient is infinite or no number; no weight changes.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled. No weight changes, but batches were drawn: save, and go on from the checkpoint.
    /// </exception>
    public EncoderStep Step(CancellationToken cancellation)
    {
        float loss = 0;
        int pairs = 0;
        for (int i = 0; i < _options.BatchesPerStep; i++)
        {
            // The next batch is made while this one is learned from.
            using DrawnBatch batch = (_next ?? DrawNext()).GetAwaiter().GetResult();
            _next = DrawNext();
            loss += Learn(batch, cancellation);
            pairs += batch.Pairs;
        }

        EncoderStep step = new(_trainer.Apply(), loss / _options.BatchesPerStep, pairs);
        _learned += _options.BatchesPerStep;
        return step;
    }

    /// <summary>Writes a checkpoint; see <see cref="Checkpoint.Save"/>.</summary>
    public void Save(string path) => Checkpoint.Save(path, _trainer, new TrainingProgress(
        _options.Sampler.Seed,
        new Dictionary<string, string>(_course.Value)
        {
            [DrawnNote] = _learned.ToString(CultureInfo.InvariantCulture),
        }));

    /// <summary>
    /// Goes on from a checkpoint; see <see cref="Checkpoint.Load"/>. The schedule of the learning rate, the weights of
    /// the objectives and the links may differ from those before.
    /// </summary>
    /// <exception cref="DataException">
    /// It is damaged, or of another encoder, tokenizer, text, seed or size of batches.
    /// </exception>
    public void Load(string path)
    {
        TrainingProgress progress = Checkpoint.Load(path, _trainer, _course.Value);
        if (!progress.Notes.TryGetValue(DrawnNote, out string? drawn)
            || !long.TryParse(drawn, CultureInfo.InvariantCulture, out long batches))
        {
            throw new DataException($"{path}: it does not say how many batches were drawn");
        }

        DropNext();
        _sampler = new BatchSampler(_corpus, _options.Sampler);
        _sampler.Skip(batches);
        _learned = batches;
    }

    /// <summary>Writes the encoder as it is now as a model folder.</summary>
    /// <param name="target">The model folder, which is replaced if it is one.</param>
    /// <param name="tokenizer">A folder with the files of its tokenizer.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public ModelFolder Write(string target, string tokenizer) => ModelBuilder.Build(
        target, _config, Weights(), tokenizer, _options.Alignment.Layer, Links, overwrite: true);

    public void Dispose()
    {
        DropNext();
        foreach ((_, _, GradientSession session) in _objectives)
        {
            session.Dispose();
        }
    }

    private float Learn(DrawnBatch batch, CancellationToken cancellation)
    {
        float loss = 0;
        try
        {
            foreach (((_, float weight, GradientSession session), ObjectiveBatch inputs)
                in _objectives.Zip(batch.Inputs))
            {
                loss += weight * session.Run(inputs.Inputs, weight / _options.BatchesPerStep, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            Parameters.ClearGradients();
            throw;
        }

        return loss;
    }

    private Dictionary<string, GraphTensor> Weights() => EncoderWeights.List(_config)
        .ToDictionary(weight => weight.Name, weight => Parameters[weight.Name].ToConstant());

    private Task<DrawnBatch> DrawNext()
    {
        int[] pairs = _sampler.Next();

        // Mixed, as states that differ by little would give numbers that have much in common.
        SplitMix64 random = new(new SplitMix64(_options.Sampler.Seed ^ (ulong)_sampler.Drawn).Next());
        return Task.Run(() => new DrawnBatch(
            pairs.Length, [.. _objectives.Select(item => item.Objective.CreateBatch(_corpus, pairs, random))]));
    }

    private void DropNext()
    {
        _next?.GetAwaiter().GetResult().Dispose();
        _next = null;
    }

    /// <summary>Pairs as the objectives, in their order, take them.</summary>
    private sealed record DrawnBatch(int Pairs, IReadOnlyList<ObjectiveBatch> Inputs) : IDisposable
    {
        public void Dispose()
        {
            foreach (ObjectiveBatch inputs in Inputs)
            {
                inputs.Dispose();
            }
        }
    }
}
