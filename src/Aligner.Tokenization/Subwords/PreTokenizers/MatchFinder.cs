using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.PreTokenizers;

/// <summary>Appends the places where a pattern matches: ascending, not empty, not overlapping.</summary>
internal delegate void MatchFinder(ReadOnlySpan<char> text, List<TokenSpan> matches);
