namespace Aligner.Applications.Terms;

/// <summary>A term and its translation, of which at least one has several words.</summary>
/// <param name="Source">The source words, with blanks between them.</param>
/// <param name="Target">The target words, likewise.</param>
/// <param name="Count">How often the two were extracted together.</param>
/// <param name="LogLikelihoodRatio">How far the count is from chance; see <see cref="Counts.Association"/>.</param>
/// <param name="Line">1-based number of the first pair that has them.</param>
public sealed record TermPair(string Source, string Target, long Count, double LogLikelihoodRatio, long Line);
