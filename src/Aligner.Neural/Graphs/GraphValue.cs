using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Graphs;

/// <summary>An input or output of a graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Shape">Its dimensions; null if unknown.</param>
public sealed record GraphValue(string Name, ElementType Type, IReadOnlyList<GraphDimension>? Shape);
