using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Gradients;

/// <summary>
/// Adds to the tape the nodes that compute the gradients of a node's inputs, and hands each to
/// <see cref="GradientTape.Contribute"/>.
/// </summary>
/// <param name="tape">The graph under way.</param>
/// <param name="node">A node whose first output the loss depends on.</param>
/// <param name="gradient">The gradient of that output, of its shape.</param>
internal delegate void GradientRule(GradientTape tape, GraphNode node, string gradient);
