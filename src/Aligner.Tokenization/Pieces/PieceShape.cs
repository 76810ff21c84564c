namespace Aligner.Tokenization.Pieces;

/// <summary>What one piece spells, and how it joins its neighbors.</summary>
/// <param name="Start">Index in the piece where its text begins.</param>
/// <param name="Length">Length of its text.</param>
/// <param name="JoinsLeft">Whether it goes on with the word of the piece before it.</param>
/// <param name="JoinsRight">Whether its word goes on with the piece after it.</param>
internal readonly record struct PieceShape(int Start, int Length, bool JoinsLeft, bool JoinsRight);
