using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Tokenization.Copies;

/// <summary>
/// The certain links of a pair: a string that is copied verbatim (<see cref="Verbatim"/>) and comes as often on one
/// side as on the other.
/// </summary>
/// <remarks>
/// A string that comes once on each side is linked, wherever it stands. One that comes more often is linked beside what
/// is linked already; opening tags that have the same certain links inside are linked, and so are their closing tags;
/// what is left is linked in order.
/// </remarks>
public static class VerbatimCopies
{
    /// <summary>Strings that come more often are linked in order.</summary>
    private const int MostOccurrences = 32;

    /// <summary>The certain links of a pair, in their order; each word has at most one.</summary>
    /// <param name="pair">The words of both sides.</param>
    public static IReadOnlyList<Link> Find(TokenizedPair pair)
    {
        (IReadOnlyList<string> source, IReadOnlyList<string> target) = pair;
        if (Collect(source) is not { } sources || Collect(target) is not { } targets)
        {
            return [];
        }

        List<(string Text, List<int> Sources, List<int> Targets)> repeated = [];
        CertainLinks certain = new(source.Count, target.Count);
        foreach ((string text, List<int> places) in sources)
        {
            if (targets.TryGetValue(text, out List<int>? others) && others.Count == places.Count)
            {
                if (places.Count == 1)
                {
                    certain.Add(places[0], others[0]);
                }
                else
                {
                    repeated.Add((text, places, others));
                }
            }
        }

        if (repeated.Count > 0)
        {
            TagSpans sourceTags = TagSpans.Of(source), targetTags = TagSpans.Of(target);
            foreach ((_, List<int> places, List<int> others) in repeated.OrderBy(entry => entry.Sources[0]))
            {
                LinkRepeated(places, others, sourceTags, targetTags, certain);
            }
        }

        return certain.ToList();
    }

    /// <summary>Where each string that is copied verbatim stands; null if there is none.</summary>
    private static Dictionary<string, List<int>>? Collect(IReadOnlyList<string> words)
    {
        Dictionary<string, List<int>>? places = null;
        for (int i = 0; i < words.Count; i++)
        {
            ReadOnlySpan<char> text = Verbatim.Of(words[i]);
            if (!text.IsEmpty)
            {
                places ??= new Dictionary<string, List<int>>(StringComparer.Ordinal);
                Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> bySpan =
                    places.GetAlternateLookup<ReadOnlySpan<char>>();
                if (!bySpan.TryGetValue(text, out List<int>? list))
                {
                    bySpan[text] = list = [];
                }

                list.Add(i);
            }
        }

        return places;
    }

    private static void LinkRepeated(
        List<int> sources, List<int> targets, TagSpans sourceTags, TagSpans targetTags, CertainLinks certain)
    {
        if (sources.Count <= MostOccurrences)
        {
            (int Score, int Source, int Target)[] framed =
            [
                .. from i in sources
                   from j in targets
                   let score = certain.Beside(i, j)
                       + certain.Inside(sourceTags.ContentOf(i), targetTags.ContentOf(j))
                       + (certain.AreLinked(sourceTags.OpeningOf(i), targetTags.OpeningOf(j)) ? certain.Most : 0)
                   where score > 0
                   orderby score descending, i, j
                   select (score, i, j),
            ];
            foreach ((_, int i, int j) in framed)
            {
                if (certain.IsFree(i, j))
                {
                    certain.Add(i, j);
                }
            }
        }

        foreach ((int i, int j) in sources.Where(certain.IsFreeSource).ToList()
            .Zip(targets.Where(certain.IsFreeTarget).ToList()))
        {
            certain.Add(i, j);
        }
    }
}
