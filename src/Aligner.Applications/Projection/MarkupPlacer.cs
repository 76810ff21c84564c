using System.Text;
using Aligner.Applications.Labels;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Projection;

/// <summary>Finds where the codes of a source belong in the target.</summary>
/// <param name="pair">The texts without codes, with the places of their words.</param>
/// <param name="source">The source text.</param>
/// <param name="targetLength">Code points of the target text.</param>
internal sealed class MarkupPlacer(AlignedPair pair, string source, int targetLength)
{
    private readonly PairCharacters _places = pair.Characters!;
    private readonly Rune[] _source = [.. source.EnumerateRunes()];

    /// <summary>A span of code points of the target, empty for a single code.</summary>
    public CodePointSpan Place(MarkupElement element)
    {
        (int first, int end) = TextPlaces.Covered(_places.Source, element.Start, element.End);
        int[] targets = element.End > element.Start ? [.. LinkedTo(first, end)] : [];
        if (targets.Length > 0)
        {
            return new CodePointSpan(_places.Target[targets.Min()].Start, _places.Target[targets.Max()].End);
        }

        int place = PlaceOf(element.Start);
        return new CodePointSpan(place, place);
    }

    private IEnumerable<int> LinkedTo(int first, int end) => pair.Links.Links
        .Where(link => link.Link.Source >= first && link.Link.Source < end)
        .Select(link => link.Link.Target);

    /// <summary>
    /// After the counterpart of the word that the place touches at its end, or else before that of the next word. An
    /// unlinked word leaves it to the next one before or after it.
    /// </summary>
    private int PlaceOf(int place)
    {
        int next = 0;
        while (next < _places.Source.Count && _places.Source[next].Start < place)
        {
            next++;
        }

        bool touchesPrevious = place > 0 && !Rune.IsWhiteSpace(_source[place - 1]);
        return touchesPrevious
            ? After(next - 1) ?? Before(next) ?? targetLength
            : next == 0 ? 0
            : Before(next) ?? After(next - 1) ?? targetLength;
    }

    private int? Before(int word)
    {
        for (; word < _places.Source.Count; word++)
        {
            int[] targets = [.. LinkedTo(word, word + 1)];
            if (targets.Length > 0)
            {
                return _places.Target[targets.Min()].Start;
            }
        }

        return null;
    }

    private int? After(int word)
    {
        for (; word >= 0; word--)
        {
            int[] targets = [.. LinkedTo(word, word + 1)];
            if (targets.Length > 0)
            {
                return _places.Target[targets.Max()].End;
            }
        }

        return null;
    }
}
