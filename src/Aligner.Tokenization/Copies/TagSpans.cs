namespace Aligner.Tokenization.Copies;

/// <summary>Which tags of a sentence open and close an element, each a token of its own.</summary>
internal sealed class TagSpans
{
    private static readonly (string Left, string Right)[] Brackets = [("<", ">"), ("&lt;", "&gt;"), ("[", "]")];

    private readonly Dictionary<int, Range> _contents = [];
    private readonly Dictionary<int, int> _openings = [];

    /// <summary>Pairs each closing tag with the nearest opening tag of that name that is still open.</summary>
    public static TagSpans Of(IReadOnlyList<string> words)
    {
        TagSpans spans = new();
        List<(string Name, int Place)> open = [];
        for (int k = 0; k < words.Count; k++)
        {
            if (NameOf(words[k], out bool closes) is not { Length: > 0 } name)
            {
                continue;
            }

            if (!closes)
            {
                open.Add((name, k));
            }
            else if (open.FindLastIndex(tag => tag.Name == name) is >= 0 and int last)
            {
                int opening = open[last].Place;
                spans._contents[opening] = (opening + 1)..k;
                spans._openings[k] = opening;
                open.RemoveRange(last, open.Count - last);
            }
        }

        return spans;
    }

    /// <summary>The words between an opening tag and its closing tag; none for other words.</summary>
    public Range ContentOf(int place) => _contents.TryGetValue(place, out Range content) ? content : default;

    /// <summary>The opening tag of a closing tag; −1 for other words.</summary>
    public int OpeningOf(int place) => _openings.TryGetValue(place, out int opening) ? opening : -1;

    /// <summary>
    /// The name of a tag in angle brackets, escaped or not, or in square brackets; null for other words.
    /// </summary>
    private static string? NameOf(string word, out bool closes)
    {
        closes = false;
        foreach ((string left, string right) in Brackets)
        {
            if (word.Length > left.Length + right.Length
                && word.StartsWith(left, StringComparison.Ordinal) && word.EndsWith(right, StringComparison.Ordinal))
            {
                string inside = word[left.Length..^right.Length];
                closes = inside.StartsWith('/');
                return inside.EndsWith('/') ? null : left + inside.TrimStart('/').Split(' ', '=')[0];
            }
        }

        return null;
    }
}
