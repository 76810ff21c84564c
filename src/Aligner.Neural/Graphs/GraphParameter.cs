namespace Aligner.Neural.Graphs;

/// <summary>A parameter of a node that is fixed when the graph is made.</summary>
/// <param name="Name">As the operator calls it.</param>
/// <param name="Value">A long, float, string, long[], float[] or <see cref="GraphTensor"/>.</param>
public sealed record GraphParameter(string Name, object Value);
