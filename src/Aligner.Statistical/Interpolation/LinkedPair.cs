using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Statistical.Interpolation;

/// <summary>A pair with links that are known.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Links">Links within it.</param>
public sealed record LinkedPair(TokenizedPair Tokens, IReadOnlyList<ScoredLink> Links);
