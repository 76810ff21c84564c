using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Tokenization.Subwords;

namespace Aligner.Applications.Exporting;

/// <summary>A pair as subword pieces, for guided alignment: each piece has all links of its word.</summary>
/// <param name="Pieces">The pieces of both sides.</param>
/// <param name="Links">All pieces of a word are linked with all pieces of the words that it is linked with.</param>
public sealed record PieceLinks(TokenizedPair Pieces, Alignment Links)
{
    /// <summary>Cuts the words of a pair into pieces.</summary>
    /// <param name="words">The words.</param>
    /// <param name="links">Links between them.</param>
    /// <param name="source">The tokenizer of the source; null if its words stay whole.</param>
    /// <param name="target">The tokenizer of the target; null if its words stay whole.</param>
    public static PieceLinks Of(
        TokenizedPair words, Alignment links, SubwordTokenizer? source, SubwordTokenizer? target)
    {
        (IReadOnlyList<string> sourcePieces, ILookup<int, int> ofSource) = Cut(words.Source, source);
        (IReadOnlyList<string> targetPieces, ILookup<int, int> ofTarget) = Cut(words.Target, target);
        return new PieceLinks(
            new TokenizedPair(sourcePieces, targetPieces),
            Alignment.Of(
                from link in links
                from i in ofSource[link.Source]
                from j in ofTarget[link.Target]
                select new Link(i, j)));
    }

    /// <summary>The pieces of words, and the indices of the pieces of each word.</summary>
    private static (IReadOnlyList<string> Pieces, ILookup<int, int> OfWord) Cut(
        IReadOnlyList<string> words, SubwordTokenizer? tokenizer)
    {
        if (tokenizer is null)
        {
            return (words, Enumerable.Range(0, words.Count).ToLookup(word => word));
        }

        EncodedPieces pieces = tokenizer.Encode(words);
        int[] owners = pieces.Words.ToArray();
        return (
            [.. pieces.Ids.ToArray().Select(tokenizer.Piece)],
            Enumerable.Range(0, owners.Length).ToLookup(piece => owners[piece]));
    }
}
