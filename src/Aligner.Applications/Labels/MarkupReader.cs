using System.Text;
using System.Text.RegularExpressions;
using Aligner.Core.Text;

namespace Aligner.Applications.Labels;

/// <summary>
/// Reads a sentence with inline codes from each line: tags of HTML and XML, the codes of XLIFF 1.2 (<c>bpt</c>,
/// <c>ept</c>, <c>ph</c> and <c>it</c> with the native codes inside, <c>x</c>, <c>bx</c>, <c>ex</c>, <c>g</c>), and
/// numbered placeholders (<c>{1}</c>, <c>{/1}</c>).
/// </summary>
/// <remarks>
/// A closing code belongs to the last open code of its name, or of its number. Codes without a partner stand alone.
/// </remarks>
/// <param name="reader">The lines; disposed with the reader.</param>
public sealed partial class MarkupReader(LineReader reader) : ILabelReader
{
    /// <inheritdoc />
    public string Name => reader.Name;

    /// <summary>Splits a line in its text and its codes, outer codes before inner ones.</summary>
    public static (string Text, IReadOnlyList<MarkupElement> Elements) Parse(string line)
    {
        StringBuilder text = new();
        List<(int Place, string Code, string Key, CodeKind Kind)> codes = [];
        int end = 0, place = 0;
        foreach (Match code in Codes().Matches(line))
        {
            place += Append(line[end..code.Index]);
            end = code.Index + code.Length;
            codes.Add((place, code.Value, KeyOf(code), KindOf(code)));
        }

        Append(line[end..]);
        int?[] partners = Partners(codes);
        List<MarkupElement> elements = [];
        int depth = 0;
        for (int k = 0; k < codes.Count; k++)
        {
            if (partners[k] < k)
            {
                depth--;
                continue;
            }

            (int start, string open) = (codes[k].Place, codes[k].Code);
            elements.Add(partners[k] is { } partner
                ? new MarkupElement(start, codes[partner].Place, open, codes[partner].Code, depth)
                : new MarkupElement(start, start, open, string.Empty, depth));
            depth += partners[k] is null ? 0 : 1;
        }

        return (text.ToString(), elements);

        int Append(string part)
        {
            text.Append(part);
            return TextPlaces.LengthOf(part);
        }
    }

    /// <inheritdoc />
    public LabeledSentence? Read() =>
        reader.ReadLine() is { } line ? LabeledSentence.OfMarkup(line, reader.Line) : null;

    /// <inheritdoc />
    public void Dispose() => reader.Dispose();

    /// <summary>The index of the other code of a pair, null for a single code. Pairs nest.</summary>
    private static int?[] Partners(List<(int Place, string Code, string Key, CodeKind Kind)> codes)
    {
        int?[] partners = new int?[codes.Count];
        List<int> open = [];
        for (int k = 0; k < codes.Count; k++)
        {
            if (codes[k].Kind == CodeKind.Open)
            {
                open.Add(k);
            }
            else if (codes[k].Kind == CodeKind.Close
                && open.FindLastIndex(index => codes[index].Key == codes[k].Key) is >= 0 and var place)
            {
                (partners[open[place]], partners[k]) = (k, open[place]);
                open.RemoveRange(place, open.Count - place);
            }
        }

        return partners;
    }

    private static CodeKind KindOf(Match code) => code switch
    {
        _ when code.Groups["native"].Value is "bpt" || code.Groups["name"].Value is "bx" => CodeKind.Open,
        _ when code.Groups["native"].Value is "ept" || code.Groups["name"].Value is "ex" => CodeKind.Close,
        _ when code.Groups["native"].Success || code.Groups["single"].Success => CodeKind.Single,
        _ when code.Groups["slash"].Success => CodeKind.Close,
        _ => CodeKind.Open,
    };

    /// <summary>What an opening and its closing code share.</summary>
    private static string KeyOf(Match code) => code.Groups["number"].Success ? $"{{{code.Groups["number"].Value}}}"
        : code.Groups["native"].Success || code.Groups["name"].Value is "bx" or "ex" ? $"#{Identifier(code.Value)}"
        : code.Groups["name"].Value;

    private static string Identifier(string code) =>
        Reference().Match(code) is { Success: true } reference ? reference.Groups[1].Value
        : Id().Match(code).Groups[1].Value;

    [GeneratedRegex("""
        <(?<native>bpt|ept|ph|it)\b[^<>]*(?:/>|(?<!/)>.*?</\k<native>>)
        |<(?<slash>/)?(?<name>[A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(?<single>/)?>
        |\{(?<slash>/)?(?<number>\d+)\}
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Codes();

    [GeneratedRegex("""\brid\s*=\s*["']([^"']*)["']""")]
    private static partial Regex Reference();

    [GeneratedRegex("""\bid\s*=\s*["']([^"']*)["']""")]
    private static partial Regex Id();

    private enum CodeKind
    {
        Open,
        Close,
        Single,
    }
}
