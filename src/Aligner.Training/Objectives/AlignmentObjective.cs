using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Training.Parameters;

namespace Aligner.Training.Objectives;

/// <summary>
/// The cross-entropy between taught links and the softmax of similarities, over the target words of each source word and
/// over the source words of each target word: the self-training objective of awesome-align (Dou and Neubig 2021, equation 4)
/// for links from anywhere, with a null word that takes what no link has.
/// </summary>
/// <remarks>
/// A word is the mean of its pieces. Graph inputs beside those of the encoder, for both sides: shares [batch, words,
/// pieces], which makes words of pieces, and mask, 0 for a word and a large negative number for padding; and the taught
/// distributions forward [batch, source words, target words + 1] and reverse [batch, source words + 1, target words], the
/// last of them for null.
/// </remarks>
public static class AlignmentObjective
{
    /// <summary>The value with the loss.</summary>
    public const string Loss = "alignment/loss";

    /// <summary>The parameter that multiplies <see cref="ScaleUnit"/>.</summary>
    public const string Scale = "alignment/scale";

    /// <summary>The parameter with the cosine of the null word.</summary>
    public const string Null = "alignment/null";

    /// <summary>The value of the scale where its parameter is 1: steps of the optimizer are too small otherwise.</summary>
    public const float ScaleUnit = 20;

    internal const string Source = "source/", Target = "target/";
    internal const string Shares = "shares", Mask = "mask", Forward = "forward", Reverse = "reverse";

    private const float Tiny = 1e-6f;

    /// <summary>Adds the parameters of the similarity.</summary>
    public static void AddParameters(ParameterSet parameters, AlignmentObjectiveOptions options)
    {
        if (options.Scale is { } scale)
        {
            parameters.Add(Scale, [1, 1, 1], decays: false).Values[0] = scale / ScaleUnit;
            parameters.Add(Null, [1, 1, 1], decays: false).Values[0] = options.NullCosine;
        }
    }

    /// <summary>The graph of the loss.</summary>
    /// <param name="encoder">The encoder, with <see cref="EncoderGraph.Hidden"/> of the layer.</param>
    /// <param name="width">Length of a hidden state.</param>
    /// <param name="options">How words are compared.</param>
    public static OnnxGraph Build(OnnxGraph encoder, int width, AlignmentObjectiveOptions options)
    {
        GraphBuilder graph = new();
        graph.Include(encoder, Source);
        graph.Include(encoder, Target);
        string hidden = EncoderGraph.Hidden(options.Layer);
        bool isCosine = options.Scale is not null;
        string source = Words(graph, Source, hidden, isCosine);
        string target = graph.Transpose("alignment/turned", Words(graph, Target, hidden, isCosine), 0, 2, 1);
        string scores = graph.MatMul("alignment/similarity", source, target);
        string? missing = null;
        if (isCosine)
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
        string forward = Entropy(graph, Forward, rows, missing, axis: 2);
        string reverse = Entropy(graph, Reverse, columns, missing, axis: 1);
        string mean = graph.Multiply("alignment/mean", graph.Add("alignment/sum", forward, reverse), graph.Scalar(-0.5f));
        graph.Output(graph.Node("Identity", Loss, [mean]), ElementType.Float);
        return graph.Build("alignment");
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

    /// <summary>The sum of taught probabilities times logarithms of learned ones, over the sum of the former.</summary>
    private static string Entropy(GraphBuilder graph, string name, string scores, string? missing, int axis)
    {
        string all = missing is null ? scores : WithNull(graph, "alignment/" + name, scores, missing, axis);
        string logarithms = graph.LogSoftmax(name + "/log", all, axis);
        string taught = graph.Input(name, ElementType.Float, "batch", name + "/sources", name + "/targets");
        string sum = graph.ReduceSum(name + "/sum", graph.Multiply(name + "/product", logarithms, taught), keep: false);
        return graph.Divide(name + "/mean", sum, graph.ReduceSum(name + "/count", taught, keep: false));
    }

    private static string WithNull(GraphBuilder graph, string name, string scores, string missing, int axis)
    {
        string one = graph.Integers(1);
        string[] sizes = [.. Enumerable.Range(0, 3).Select(other => other == axis
            ? one
            : graph.Size(FormattableString.Invariant($"{name}/size_{other}"), scores, other))];
        string column = graph.Expand(name + "/null", missing, graph.Concat(name + "/shape", 0, sizes));
        return graph.Concat(name + "/with_null", axis, scores, column);
    }
}
