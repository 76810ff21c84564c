using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Statistical.Tests.StemLexicons;

/// <summary>Pairs with links.</summary>
internal static class Linked
{
    /// <summary>A pair of one word each, linked.</summary>
    public static (TokenizedPair Tokens, IReadOnlyList<ScoredLink> Links) Pair(
        string source, string target, float probability = 1) =>
        (Bitexts.Tokens($"{source} ||| {target}"), [new ScoredLink(new Link(0, 0), probability)]);
}
