using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Numerics;
using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Encoders;
using Aligner.Finetuning.Objectives;
using Aligner.Finetuning.Parameters;
using Aligner.Finetuning.Sessions;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Tests.Objectives;

/// <summary>An objective over a tiny encoder with random weights and two sentence pairs.</summary>
internal sealed class ObjectiveRun : IDisposable
{
    private readonly ParameterSet _parameters = new();
    private readonly IObjective _objective;
    private readonly OnnxGraph _graph;

    public ObjectiveRun(Func<EncoderConfig, IObjective> create)
    {
        SplitMix64 random = new(5);
        _parameters.AddEncoder(Config, ref random);
        _objective = create(Config);
        _objective.AddParameters(_parameters, ref random);
        foreach (Parameter parameter in _parameters.Where(parameter => parameter.Decays))
        {
            EncoderParameters.FillNormal(parameter.Values, 0.5, ref random);
        }

        _graph = _objective.Build(EncoderGraph.Build(
            Config,
            EncoderWeights.List(Config)
                .ToDictionary(weight => weight.Name, weight => _parameters[weight.Name].ToConstant())));
        Corpus = new TrainingCorpus(Tokenizers.Letters(), maxPieces: 12);
        Corpus.AddGroup(
        [
            (new TokenizedPair(["a", "bc", "d"], ["e", "f"]), [new ScoredLink(new Link(0, 1), 1)]),
            (new TokenizedPair(["c"], ["g", "h", "e"]), []),
        ]);
    }

    public static EncoderConfig Config { get; } =
        new ScratchConfig { HiddenSize = 8, Layers = 1, Heads = 2, IntermediateSize = 16, MaxLength = 16 }
            .ToEncoder(vocabularySize: 13, padId: 0);

    public TrainingCorpus Corpus { get; }

    public ReadOnlySpan<float> this[string parameter] => _parameters[parameter].Values;

    /// <summary>The batch of both pairs.</summary>
    public ObjectiveBatch Batch(ulong seed = 1) => _objective.CreateBatch(Corpus, [0, 1], new SplitMix64(seed));

    /// <summary>Values of the graph for a batch, the loss first.</summary>
    public float[][] Run(ObjectiveBatch batch, params string[] names)
    {
        string[] all = [_objective.Loss, .. names];
        OnnxGraph graph = _graph with
        {
            Outputs = [.. all.Select(name => new GraphValue(name, ElementType.Float, null))],
        };
        using ForwardSession session = new(graph, all, _parameters, new SessionSettings { Threads = 1 });
        IReadOnlyList<Tensor> tensors = session.Run(batch.Inputs);
        float[][] values = [.. tensors.Select(tensor => tensor.Values<float>().ToArray())];
        foreach (Tensor tensor in tensors)
        {
            tensor.Dispose();
        }

        return values;
    }

    /// <summary>Checks that the loss falls along its gradient, by as much as the gradient says.</summary>
    public void ShouldHaveGradient(ObjectiveBatch batch)
    {
        using GradientSession session = new(_graph, _objective.Loss, _parameters, new SessionSettings { Threads = 1 });
        double before = session.Run(batch.Inputs);
        double norm = _parameters.GradientNorm();
        norm.ShouldBeGreaterThan(1e-3);
        double step = 1e-3 / norm;
        foreach (Parameter parameter in _parameters.Where(parameter => !parameter.Gradient.IsEmpty))
        {
            float[] gradient = Gradients.GradientCheck.Dense(parameter);
            for (int i = 0; i < gradient.Length; i++)
            {
                parameter.Values[i] -= (float)(step * gradient[i]);
            }
        }

        double fall = before - Run(batch)[0][0];
        fall.ShouldBe(step * norm * norm, 0.05 * step * norm * norm);
    }

    public void Dispose() => _parameters.Dispose();
}
