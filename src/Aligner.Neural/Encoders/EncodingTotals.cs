namespace Aligner.Neural.Encoders;

/// <summary>What went through an encoder.</summary>
/// <param name="Batches">Runs of ONNX Runtime.</param>
/// <param name="Pieces">Pieces, special ones included.</param>
/// <param name="Positions">Pieces and padding.</param>
/// <param name="RuntimeSeconds">Time within ONNX Runtime, summed over the threads that called it.</param>
public readonly record struct EncodingTotals(long Batches, long Pieces, long Positions, double RuntimeSeconds);
