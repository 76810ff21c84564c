namespace Aligner.Neural.Pickles;

/// <summary>Values that the tensors of a PyTorch file share; they lie beside the pickle.</summary>
/// <param name="Type">What it holds, as safetensors calls it: F32, F16, BF16 and others.</param>
/// <param name="Key">Its name in the archive.</param>
internal sealed record PickledStorage(string Type, string Key);
