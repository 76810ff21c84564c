namespace Aligner.Neural.OnnxRuntime;

/// <summary>An input or output as the model declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it holds; <see cref="ElementType.Undefined"/> if it is no tensor.</param>
/// <param name="Shape">Its dimensions; -1 for one that the model leaves open.</param>
public sealed record TensorInfo(string Name, ElementType Type, IReadOnlyList<long> Shape);
