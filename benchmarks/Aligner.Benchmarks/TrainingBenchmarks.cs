using System.Diagnostics;
using Aligner.Core.Numerics;
using Aligner.Finetuning.Optimization;
using Aligner.Finetuning.Parameters;
using Aligner.Finetuning.Sessions;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Benchmarks;

/// <summary>
/// How near the arithmetic rate of a training step comes to that of the forward pass alone, for an encoder of 4 layers,
/// 256 wide, over 64 sentences of 32 pieces.
/// </summary>
internal static class TrainingBenchmarks
{
    private const int Batch = 64, Length = 32, Runs = 15;

    private static readonly EncoderConfig Config = new()
    {
        Family = EncoderFamily.Bert,
        VocabularySize = 12_000,
        HiddenSize = 256,
        Layers = 4,
        Heads = 4,
        IntermediateSize = 1024,
        MaxLength = 128,
        TokenTypes = 0,
    };

    // Products of matrices alone: two operations for each multiplication.
    private static double ForwardOperations => 2.0 * Batch * Length * Config.Layers * Config.HiddenSize
        * (4 * Config.HiddenSize + 2 * Config.IntermediateSize + 2 * Length);

    /// <summary>Prints the median time and the rate of both.</summary>
    public static void Run(int threads)
    {
        using ParameterSet parameters = new(), none = new();
        SplitMix64 random = new(1);
        parameters.AddEncoder(Config, ref random);
        OnnxGraph graph = Graph(parameters);
        NamedTensor[] inputs = Inputs(ref random);
        SessionSettings settings = new() { Threads = threads };

        using ForwardSession forward = new(graph, ["loss"], none, settings);
        Measure("forward", ForwardOperations, () => forward.Run(inputs)[0].Dispose());
        using GradientSession gradients = new(graph, "loss", parameters, settings);
        Trainer trainer = new(parameters, new TrainerOptions
        {
            Schedule = new LearningRateSchedule { Decay = DecayShape.Constant },
            Threads = threads,
        });
        Measure("step", 3 * ForwardOperations, () =>
        {
            gradients.Run(inputs);
            trainer.Apply();
        });
    }

    private static OnnxGraph Graph(ParameterSet parameters)
    {
        GraphBuilder graph = new();
        graph.Include(EncoderGraph.Build(
            Config, parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.ToConstant())));
        string target = graph.Input("target", ElementType.Float, "batch", "length", Config.HiddenSize);
        string product = graph.Multiply("product", EncoderGraph.Hidden(Config.Layers), target);
        graph.Output(graph.ReduceMean("loss", product, keep: false), ElementType.Float);
        return graph.Build("benchmark");
    }

    private static NamedTensor[] Inputs(ref SplitMix64 random)
    {
        long[] ids = new long[Batch * Length], mask = new long[Batch * Length];
        foreach (ref long id in ids.AsSpan())
        {
            id = random.NextIndex(Config.VocabularySize);
        }

        mask.AsSpan().Fill(1);
        float[] target = new float[Batch * Length * Config.HiddenSize];
        EncoderParameters.FillNormal(target, 1, ref random);
        return
        [
            new(EncoderGraph.InputIds, Tensor.Over<long>(ids, Batch, Length)),
            new(EncoderGraph.AttentionMask, Tensor.Over<long>(mask, Batch, Length)),
            new("target", Tensor.Over<float>(target, Batch, Length, Config.HiddenSize)),
        ];
    }

    private static void Measure(string name, double operations, Action run)
    {
        double[] seconds = [.. Enumerable.Range(0, Runs).Select(_ =>
        {
            Stopwatch watch = Stopwatch.StartNew();
            run();
            return watch.Elapsed.TotalSeconds;
        }).Order()];
        double median = seconds[Runs / 2];
        Console.WriteLine(
            $"{name}: {median * 1e3:0.0} ms (fastest {seconds[0] * 1e3:0.0}), {operations / median / 1e9:0} GFLOP/s");
    }
}
