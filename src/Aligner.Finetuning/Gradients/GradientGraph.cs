using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Gradients;

/// <summary>A graph that gives a loss and its gradients.</summary>
/// <param name="Graph">
/// The graph: the parameters and <paramref name="Weight"/> are inputs in addition to those of the original graph.
/// </param>
/// <param name="Loss">The output with the loss, a scalar; it is not multiplied by the weight.</param>
/// <param name="Weight">The input that multiplies all gradients, a scalar.</param>
/// <param name="Gradients">One for each parameter that the loss depends on.</param>
internal sealed record GradientGraph(
    OnnxGraph Graph, string Loss, string Weight, IReadOnlyList<ParameterGradient> Gradients);
