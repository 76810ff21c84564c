namespace Aligner.Applications.Filtering;

/// <summary>Whether the target of a pair is in the target language of its text.</summary>
/// <param name="NotSource">
/// By how much its characters fit the target better than the source, compared with the best pairs of the text: about 1
/// for a target in its language, and 0 for one in the source language. Where the text is too small to tell, 1 without
/// the share of copied words.
/// </param>
/// <param name="Typical">
/// How well they fit the target, in standard deviations from the best pairs of the text; negative for other languages,
/// 0 where the text is too small to tell.
/// </param>
internal readonly record struct LanguageEvidence(double NotSource, double Typical);
