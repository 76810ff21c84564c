using System.Text;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Labels;

/// <summary>Places in a text, counted in code points.</summary>
internal static class TextPlaces
{
    /// <summary>Where the words between blanks stand.</summary>
    public static CodePointSpan[] WordsOf(string text)
    {
        List<CodePointSpan> words = [];
        int place = 0, start = -1;
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isBlank = Rune.IsWhiteSpace(rune);
            if (isBlank && start >= 0)
            {
                words.Add(new CodePointSpan(start, place));
            }

            start = isBlank ? -1 : start < 0 ? place : start;
            place++;
        }

        if (start >= 0)
        {
            words.Add(new CodePointSpan(start, place));
        }

        return [.. words];
    }

    /// <summary>Words with a blank between them, and where they stand.</summary>
    public static (string Text, CodePointSpan[] Words) Join(IEnumerable<string> words)
    {
        List<CodePointSpan> places = [];
        StringBuilder text = new();
        int place = 0;
        foreach (string word in words)
        {
            if (places.Count > 0)
            {
                text.Append(' ');
                place++;
            }

            int length = LengthOf(word);
            places.Add(new CodePointSpan(place, place + length));
            text.Append(word);
            place += length;
        }

        return (text.ToString(), [.. places]);
    }

    /// <summary>The number of code points.</summary>
    public static int LengthOf(string text) => text.EnumerateRunes().Count();

    /// <summary>The part of a text that a span of code points covers.</summary>
    public static string Cut(string text, int start, int end) => string.Concat(
        text.EnumerateRunes().Skip(start).Take(end - start).Select(rune => rune.ToString()));

    /// <summary>
    /// The indices of the places that overlap a span; empty, with an arbitrary start, where none does.
    /// </summary>
    public static (int Start, int End) Covered(IReadOnlyList<CodePointSpan> places, int start, int end)
    {
        int first = 0;
        while (first < places.Count && places[first].End <= start)
        {
            first++;
        }

        int last = first;
        while (last < places.Count && places[last].Start < end)
        {
            last++;
        }

        return (first, last);
    }

    /// <summary>
    /// Spans of code points as spans of the words that they touch; those that touch none are left out.
    /// </summary>
    public static IEnumerable<LabeledSpan> ToWords(
        IEnumerable<LabeledSpan> spans, IReadOnlyList<CodePointSpan> words) => spans
        .Select(span => (Covered: Covered(words, span.Start, span.End), span.Type))
        .Where(item => item.Covered.End > item.Covered.Start)
        .Select(item => new LabeledSpan(item.Covered.Start, item.Covered.End, item.Type));

    /// <summary>Spans of words as spans of code points.</summary>
    public static IEnumerable<LabeledSpan> ToCharacters(
        IEnumerable<LabeledSpan> spans, IReadOnlyList<CodePointSpan> words) =>
        spans.Select(span => span with { Start = words[span.Start].Start, End = words[span.End - 1].End });
}
