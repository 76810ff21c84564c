namespace Aligner.Neural.OnnxRuntime;

/// <summary>A tensor for the input or output of that name.</summary>
public readonly record struct NamedTensor(string Name, Tensor Tensor);
