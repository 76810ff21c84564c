using System.Text.RegularExpressions;

namespace Aligner.Applications.Labels;

/// <summary>A tag or a placeholder in a text.</summary>
/// <param name="Start">The UTF-16 index of its first character.</param>
/// <param name="Text">The code.</param>
/// <param name="Key">What an opening and its closing code share.</param>
/// <param name="Kind">What it does.</param>
internal readonly partial record struct InlineCode(int Start, string Text, string Key, CodeKind Kind)
{
    /// <summary>The UTF-16 index behind it.</summary>
    public int End => Start + Text.Length;

    /// <summary>The codes of a line in order, in time linear in its length, whatever it holds.</summary>
    public static IEnumerable<InlineCode> Find(string line)
    {
        HashSet<string> neverClosed = [];
        int place = 0;
        while (line.AsSpan(place).IndexOfAny('<', '{') is >= 0 and var skipped)
        {
            place += skipped;
            if ((Native(line, place, neverClosed) ?? Other(line, place)) is { } code)
            {
                yield return code;
                place = code.End;
            }
            else
            {
                place++;
            }
        }
    }

    /// <summary>A code of XLIFF with the native code that it holds, up to its closing tag.</summary>
    /// <param name="line">The line.</param>
    /// <param name="place">Where the code begins.</param>
    /// <param name="neverClosed">Names that the rest of the line does not close; so each is looked for once.</param>
    private static InlineCode? Native(string line, int place, HashSet<string> neverClosed)
    {
        Match tag = NativeTag().Match(line, place);
        if (!tag.Success)
        {
            return null;
        }

        int end = tag.Index + tag.Length;
        string name = tag.Groups["native"].Value;
        if (!tag.ValueSpan.EndsWith("/>"))
        {
            string closing = $"</{name}>";
            int close = neverClosed.Contains(name) ? -1 : line.IndexOf(closing, end, StringComparison.Ordinal);
            if (close < 0)
            {
                neverClosed.Add(name);
                return null;
            }

            end = close + closing.Length;
        }

        string text = line[place..end];
        CodeKind kind = name switch
        {
            "bpt" => CodeKind.Open,
            "ept" => CodeKind.Close,
            _ => CodeKind.Single,
        };
        return new InlineCode(place, text, IdentifierOf(text), kind);
    }

    private static InlineCode? Other(string line, int place)
    {
        Match code = OtherCode().Match(line, place);
        if (!code.Success)
        {
            return null;
        }

        string name = code.Groups["name"].Value;
        CodeKind kind = name switch
        {
            "bx" => CodeKind.Open,
            "ex" => CodeKind.Close,
            _ when code.Groups["single"].Success => CodeKind.Single,
            _ when code.Groups["slash"].Success => CodeKind.Close,
            _ => CodeKind.Open,
        };
        string key = code.Groups["number"] is { Success: true } number ? $"{{{number.Value}}}"
            : name is "bx" or "ex" ? IdentifierOf(code.Value)
            : name;
        return new InlineCode(place, code.Value, key, kind);
    }

    private static string IdentifierOf(string code) => "#" + (Reference().Match(code) is { Success: true } reference
        ? reference.Groups[1].Value
        : Id().Match(code).Groups[1].Value);

    [GeneratedRegex(@"\G<(?<native>bpt|ept|ph|it)\b[^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex NativeTag();

    [GeneratedRegex("""
        \G(?:<(?<slash>/)?(?<name>[A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(?<single>/)?>
        |\{(?<slash>/)?(?<number>\d+)\})
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex OtherCode();

    [GeneratedRegex("""\brid\s*=\s*["']([^"']*)["']""")]
    private static partial Regex Reference();

    [GeneratedRegex("""\bid\s*=\s*["']([^"']*)["']""")]
    private static partial Regex Id();
}
