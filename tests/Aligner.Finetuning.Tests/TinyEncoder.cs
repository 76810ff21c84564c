using Aligner.Core.Numerics;
using Aligner.Finetuning.Parameters;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Tests;

/// <summary>
/// An encoder of 2 layers, width 8 and 2 heads with random weights, and a batch of 3 sentences. The loss is the
/// cross-entropy of masked pieces, whose logits come from the table of embeddings.
/// </summary>
internal sealed class TinyEncoder : IDisposable
{
    public const string Loss = "loss";

    private const int Batch = 3, Length = 5;

    private static readonly EncoderConfig Config = new()
    {
        Family = EncoderFamily.Bert,
        VocabularySize = 20,
        HiddenSize = 8,
        Layers = 2,
        Heads = 2,
        IntermediateSize = 16,
        MaxLength = 7,
        TokenTypes = 2,
        LayerNormEpsilon = 1e-5f,
    };

    private SplitMix64 _random;

    public TinyEncoder(ulong seed)
    {
        _random = new SplitMix64(seed);
        Parameters.AddEncoder(Config, ref _random);
        foreach (Parameter parameter in Parameters.Where(parameter => parameter.Decays))
        {
            EncoderParameters.FillNormal(parameter.Values, 0.4, ref _random);
        }
    }

    public ParameterSet Parameters { get; } = new();

    /// <summary>The state of the random generator that makes batches.</summary>
    public ulong Random
    {
        get => _random.State;
        set => _random = new SplitMix64(value);
    }

    public OnnxGraph Graph()
    {
        GraphBuilder graph = new();
        graph.Include(EncoderGraph.Build(
            Config, Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.ToConstant())));
        string hidden = graph.Reshape("pieces", EncoderGraph.Hidden(Config.Layers), -1, Config.HiddenSize);
        string masked = graph.Gather("masked", hidden, graph.Input("places", ElementType.Int64, "count"));
        string words = graph.Transpose("words", EncoderWeights.Words, 1, 0);
        string scores = graph.LogSoftmax("scores", graph.MatMul("logits", masked, words));
        string labels = graph.Unsqueeze("columns", graph.Input("labels", ElementType.Int64, "count"), 1);
        string mean = graph.ReduceMean("mean", graph.GatherElements("right", scores, labels, 1), keep: false);
        graph.Output(graph.Negate(Loss, mean), ElementType.Float);
        return graph.Build("masked");
    }

    /// <summary>A random batch; the caller disposes of its tensors.</summary>
    public NamedTensor[] NextBatch()
    {
        long[] Draw(int count, int below) =>
            [.. Enumerable.Range(0, count).Select(_ => (long)_random.NextIndex(below))];
        long[] mask = [.. Enumerable.Range(0, Batch * Length).Select(i => i % Length <= 2 + i / Length ? 1L : 0)];
        return
        [
            new(EncoderGraph.InputIds, Tensor.Over<long>(Draw(Batch * Length, 20), Batch, Length)),
            new(EncoderGraph.TokenTypeIds, Tensor.Over<long>(Draw(Batch * Length, 2), Batch, Length)),
            new(EncoderGraph.AttentionMask, Tensor.Over<long>(mask, Batch, Length)),
            new("places", Tensor.Over<long>(new long[] { 0, 2, 5, 10, 2 }, 5)),
            new("labels", Tensor.Over<long>(Draw(5, 20), 5)),
        ];
    }

    public void Dispose() => Parameters.Dispose();
}
