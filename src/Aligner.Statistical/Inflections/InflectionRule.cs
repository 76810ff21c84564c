namespace Aligner.Statistical.Inflections;

/// <summary>
/// A word without a link of its own is expressed by the inflection of what its head translates to: English <c>the</c>
/// before <c>house</c> by the <c>-et</c> of Danish <c>huset</c>.
/// </summary>
/// <param name="Word">The word, lower-cased.</param>
/// <param name="IsBefore">Whether it stands before its head, or after it.</param>
/// <param name="Suffix">The last letters of the head's translation, lower-cased.</param>
/// <param name="Probability">The odds ratio r of both, a little smoothed, as the probability r / (1 + r).</param>
public sealed record InflectionRule(string Word, bool IsBefore, string Suffix, float Probability);
