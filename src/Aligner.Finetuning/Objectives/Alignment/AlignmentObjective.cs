using Aligner.Core.Numerics;
using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Parameters;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Objectives.Alignment;

/// <summary>
/// Losses over the softmax of similarities, over the target words of each source word and over the source words of each
/// target word (Dou and Neubig 2021, section 2.2), with a null word that takes what no link has: see
/// <see cref="LinkTerm"/>, <see cref="SelfTrainingTerm"/> and <see cref="ConsistencyTerm"/>.
/// </summary>
/// <remarks>
/// A word is the mean of its pieces. Additional graph inputs, for both sides: shares [batch, words,
/// pieces], which makes words of pieces, mask, 0 for a word and a large negative number for padding, and weights
/// [batch, 1, 1], 1 over the words of a sentence and over the pairs of the batch; and the taught distributions forward
/// [batch, source words, target words + 1] and reverse [batch, source words + 1, target words], the last of them for
/// null.
/// </remarks>
/// <param name="config">The shape of the encoder.</param>
/// <param name="options">How words are compared.</param>
/// <param name="weights">What the terms are multiplied by.</param>
internal sealed class AlignmentObjective(
    EncoderConfig config, AlignmentObjectiveOptions options, ObjectiveWeights weights) : IObjective
{
    /// <summary>The parameter that multiplies <see cref="ScaleUnit"/>.</summary>
    public const string Scale = "alignment/scale";

    /// <summary>The parameter with the cosine of the null word.</summary>
    public const string Null = "alignment/null";

    /// <summary>
    /// The value of the scale where its parameter is 1: steps of the optimizer are too small otherwise.
    /// </summary>
    public const float ScaleUnit = 20;

    internal const string Source = "source/", Target = "target/";
    internal const string Shares = "shares", Mask = "mask", Forward = "forward", Reverse = "reverse";
    internal const string SourceWeights = "alignment/source_weights", TargetWeights = "alignment/target_weights";

    private const float Tiny = 1e-6f;

    public string Loss => "alignment/loss";

    /// <summary>Adds the scale and the cosine of the null word, if there are any; models keep them.</summary>
    public static void AddParameters(ParameterSet parameters, AlignmentObjectiveOptions options)
    {
        if (options.Scale is { } scale && !parameters.Contains(Scale))
        {
            parameters.Add(Scale, [1, 1, 1], decays: false).Values[0] = scale / ScaleUnit;
            parameters.Add(Null, [1, 1, 1], decays: false).Values[0] = options.NullCosine;
        }
    }

    public void AddParameters(ParameterSet parameters, ref SplitMix64 random) => AddParameters(parameters, options);

    public OnnxGraph Build(OnnxGraph encoder)
    {
        GraphBuilder graph = new();
        graph.Include(encoder, Source);
        graph.Include(encoder, Target);
        graph.Input(SourceWeights, ElementType.Float, "batch", 1, 1);
        graph.Input(TargetWeights, ElementType.Float, "batch", 1, 1);
        LinkLogarithms links = Logarithms(graph);
        string[] terms =
        [
            .. Term(weights.Links, () => LinkTerm.Add(graph, links)),
            .. Term(weights.SelfTraining, () => SelfTrainingTerm.Add(graph, links, options.SelfThreshold)),
            .. Term(weights.Consistency, () => ConsistencyTerm.Add(graph, links)),
        ];
        string loss = terms.Aggregate((left, right) => graph.Add(left + "+", left, right));
        graph.Output(graph.Node("Identity", Loss, [loss]), ElementType.Float);
        return graph.Build("alignment");

        IEnumerable<string> Term(float weight, Func<string> add)
        {
            if (weight > 0)
            {
                string term = add();
                yield return graph.Multiply(term + "/weighted", term, graph.Scalar(weight));
            }
        }
    }

    public ObjectiveBatch CreateBatch(TrainingCorpus corpus, int[] pairs, SplitMix64 random) =>
        AlignmentBatch.Create(corpus, pairs, config.PadId, hasNull: options.Scale is not null);

    private LinkLogarithms Logarithms(GraphBuilder graph)
    {
        string hidden = EncoderGraph.Hidden(options.Layer);
        bool hasNull = options.Scale is not null;
        string source = Words(graph, Source, hidden, isCosine: hasNull);
        string target = graph.Transpose("alignment/turned", Words(graph, Target, hidden, isCosine: hasNull), 0, 2, 1);
        string scores = graph.MatMul("alignment/similarity", source, target);
        string? missing = null;
        if (hasNull)
        {
            string scale = graph.Multiply(
                "alignment/scaled_unit", graph.Input(Scale, ElementType.Float, 1, 1, 1), graph.Scalar(ScaleUnit));
            scores = graph.Multiply("alignment/scores", scores, scale);
            missing = graph.Multiply("alignment/missing", graph.Input(Null, ElementType.Float, 1, 1, 1), scale);
        }

        string targetMask = graph.Input(Target + Mask, ElementType.Float, "batch", 1, "targets");
        string sourceMask = graph.Input(Source + Mask, ElementType.Float, "batch", "sources", 1);
        string rows = graph.Add("alignment/rows", scores, targetMask);
        string columns = graph.Add("alignment/columns", scores, sourceMask);
        return new LinkLogarithms(
            graph.LogSoftmax("forward/log", WithNull(graph, "forward", rows, missing, axis: 2), axis: 2),
            graph.LogSoftmax("reverse/log", WithNull(graph, "reverse", columns, missing, axis: 1), axis: 1),
            hasNull);
    }

    private static string Words(GraphBuilder graph, string side, string hidden, bool isCosine)
    {
        string shares = graph.Input(side + Shares, ElementType.Float, "batch", side + "words", side + "pieces");
        string words = graph.MatMul(side + "words", shares, side + hidden);
        if (!isCosine)
        {
            return words;
        }

        string squares = graph.ReduceSum(side + "squares", graph.Multiply(side + "square", words, words), true, -1);
        string norm = graph.Sqrt(side + "norm", graph.Add(side + "positive", squares, graph.Scalar(Tiny)));
        return graph.Divide(side + "unit", words, norm);
    }

    private static string WithNull(GraphBuilder graph, string name, string scores, string? missing, int axis)
    {
        if (missing is null)
        {
            return scores;
        }

        string one = graph.Integers(1);
        string[] sizes = [.. Enumerable.Range(0, 3).Select(other => other == axis
            ? one
            : graph.Size(FormattableString.Invariant($"{name}/size_{other}"), scores, other))];
        string column = graph.Expand(name + "/null", missing, graph.Concat(name + "/shape", 0, sizes));
        return graph.Concat(name + "/with_null", axis, scores, column);
    }
}
