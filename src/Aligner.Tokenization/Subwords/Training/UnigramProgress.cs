namespace Aligner.Tokenization.Subwords.Training;

/// <summary>Where training stands.</summary>
/// <param name="Pieces">Number of pieces that are left.</param>
/// <param name="CrossEntropy">Bits for each character of the text, under the model before this iteration.</param>
public sealed record UnigramProgress(int Pieces, double CrossEntropy);
