using System.Text;
using Aligner.Applications.Labels;

namespace Aligner.Applications.Projection;

/// <summary>
/// Puts the inline codes of a source sentence in its translation. All codes are kept, and pairs stay nested: a pair
/// encloses the target words that are linked to what it encloses, and a single code stands beside the word to whose
/// counterpart it is attached.
/// </summary>
public static class MarkupTransfer
{
    /// <summary>The target text with the codes.</summary>
    /// <param name="pair">The pair of texts without codes, with the places of its words.</param>
    /// <param name="source">The source text, without codes.</param>
    /// <param name="elements">The codes of the source.</param>
    /// <param name="target">The target text.</param>
    public static string Transfer(
        AlignedPair pair, string source, IReadOnlyList<MarkupElement> elements, string target)
    {
        int length = TextPlaces.LengthOf(target);
        MarkupPlacer placer = new(pair, source, length);
        MarkupNode root = MarkupNode.TreeOf(elements, element => placer.Place(element), length);
        root.Clip(0, length);
        StringBuilder marked = new();
        Rune[] runes = [.. target.EnumerateRunes()];
        root.Write(runes, marked);
        return marked.ToString();
    }
}
