namespace Aligner.Statistical.Inference;

/// <summary>The models of both directions.</summary>
/// <param name="Forward">Generates target words from source words.</param>
/// <param name="Reverse">Generates source words from target words.</param>
public sealed record DirectionalModels(IDirectionalModel Forward, IDirectionalModel Reverse);
