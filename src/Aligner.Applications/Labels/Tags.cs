namespace Aligner.Applications.Labels;

/// <summary>Reads and writes tags such as <c>B-PER</c>.</summary>
public static class Tags
{
    private const string Outside = "O", Unset = "_";

    /// <summary>
    /// Whether a text is a tag of any scheme: <c>O</c>, <c>_</c>, or one of B, I, L, E, U and S, alone or before a
    /// hyphen and a type.
    /// </summary>
    public static bool IsTag(string tag) => tag is Outside or Unset
        || (tag.Length > 0 && "BILEUS".Contains(tag[0], StringComparison.Ordinal)
            && (tag.Length == 1 || (tag.Length > 2 && tag[1] == '-')));

    /// <summary>
    /// The spans of the tags of a sentence, whatever their scheme. As in the scorer of CoNLL, an I-, L- or E- that
    /// continues nothing begins a span.
    /// </summary>
    /// <param name="tags">A tag for each word.</param>
    /// <returns>Spans of words.</returns>
    /// <exception cref="ArgumentException">A text is no tag.</exception>
    public static IReadOnlyList<LabeledSpan> Decode(IReadOnlyList<string> tags)
    {
        List<LabeledSpan> spans = [];
        LabeledSpan? open = null;
        for (int word = 0; word < tags.Count; word++)
        {
            if (!IsTag(tags[word]))
            {
                throw new ArgumentException($"'{tags[word]}' is no tag", nameof(tags));
            }

            (char position, string type) = tags[word] is Outside or Unset
                ? ('O', string.Empty)
                : (tags[word][0], tags[word].Length > 2 ? tags[word][2..] : string.Empty);
            bool continues = position is 'I' or 'L' or 'E' && open?.Type == type;
            if (!continues && open is { } ended)
            {
                spans.Add(ended);
                open = null;
            }

            if (position != 'O')
            {
                open = new LabeledSpan(open?.Start ?? word, word + 1, type);
            }

            if (position is 'L' or 'E' or 'U' or 'S')
            {
                spans.Add(open!.Value);
                open = null;
            }
        }

        if (open is { } last)
        {
            spans.Add(last);
        }

        return spans;
    }

    /// <summary>A tag for each word.</summary>
    /// <param name="spans">Spans of words that do not overlap.</param>
    /// <param name="length">The number of words.</param>
    /// <param name="scheme">How they are written.</param>
    public static string[] Encode(IEnumerable<LabeledSpan> spans, int length, TagScheme scheme)
    {
        string[] tags = new string[length];
        Array.Fill(tags, Outside);
        LabeledSpan? previous = null;
        foreach (LabeledSpan span in spans.OrderBy(span => span.Start))
        {
            bool isAdjacent = previous is { } before && before.End == span.Start && before.Type == span.Type;
            for (int word = span.Start; word < span.End; word++)
            {
                char position = Position(scheme, word == span.Start, word == span.End - 1, isAdjacent);
                tags[word] = span.Type.Length > 0 ? $"{position}-{span.Type}" : position.ToString();
            }

            previous = span;
        }

        return tags;
    }

    private static char Position(TagScheme scheme, bool isFirst, bool isLast, bool isAdjacent) => scheme switch
    {
        TagScheme.Bilou when isFirst && isLast => 'U',
        TagScheme.Bioes when isFirst && isLast => 'S',
        TagScheme.Bilou when isLast => 'L',
        TagScheme.Bioes when isLast => 'E',
        TagScheme.Iob when isFirst && !isAdjacent => 'I',
        _ => isFirst ? 'B' : 'I',
    };
}
