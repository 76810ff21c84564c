namespace Aligner.Applications.Filtering;

/// <summary>How good a pair is.</summary>
/// <param name="Probability">The probability that it is a translation; 0 where a side has no words.</param>
/// <param name="Source">
/// The share of the source that is linked, from 0 to 1: the mean probability of the best link of a word, each word
/// weighted by its letters, where links that no other pair of the text confirms count less.
/// </param>
/// <param name="Target">The same of the target.</param>
public readonly record struct PairScore(double Probability, double Source, double Target);
