namespace Aligner.Tokenization.Subwords.Models;

/// <summary>What two neighbors become.</summary>
/// <param name="Rank">Lower ranks merge first; of equal ones the leftmost.</param>
/// <param name="Result">The id of the merged piece.</param>
internal readonly record struct BpeMerge(int Rank, int Result);
