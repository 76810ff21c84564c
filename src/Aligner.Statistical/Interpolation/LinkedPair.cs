using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Statistical.Interpolation;

/// <summary>A pair with links that are known.</summary>
/// <param name="Text">The pair as it stands in the bitext.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Links">Links within it.</param>
public sealed record LinkedPair(SentencePair Text, TokenizedPair Tokens, IReadOnlyList<ScoredLink> Links);
