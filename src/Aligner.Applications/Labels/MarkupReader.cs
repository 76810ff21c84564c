using System.Text;
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
public sealed class MarkupReader(LineReader reader) : ILabelReader
{
    /// <inheritdoc />
    public string Name => reader.Name;

    /// <summary>Splits a line in its text and its codes, outer codes before inner ones.</summary>
    public static (string Text, IReadOnlyList<MarkupElement> Elements) Parse(string line)
    {
        StringBuilder text = new();
        List<(int Place, InlineCode Code)> codes = [];
        int end = 0, place = 0;
        foreach (InlineCode code in InlineCode.Find(line))
        {
            place += Append(line[end..code.Start]);
            end = code.End;
            codes.Add((place, code));
        }

        Append(line[end..]);
        int?[] partners = Partners([.. codes.Select(item => item.Code)]);
        List<MarkupElement> elements = [];
        int depth = 0;
        for (int k = 0; k < codes.Count; k++)
        {
            if (partners[k] < k)
            {
                depth--;
                continue;
            }

            (int start, string open) = (codes[k].Place, codes[k].Code.Text);
            elements.Add(partners[k] is { } partner
                ? new MarkupElement(start, codes[partner].Place, open, codes[partner].Code.Text, depth)
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
    private static int?[] Partners(IReadOnlyList<InlineCode> codes)
    {
        int?[] partners = new int?[codes.Count];
        Stack<int> open = [];
        Dictionary<string, Stack<int>> openOfKey = [];
        for (int k = 0; k < codes.Count; k++)
        {
            if (codes[k].Kind == CodeKind.Open)
            {
                open.Push(k);
                if (!openOfKey.TryGetValue(codes[k].Key, out Stack<int>? same))
                {
                    openOfKey.Add(codes[k].Key, same = []);
                }

                same.Push(k);
            }
            else if (codes[k].Kind == CodeKind.Close
                && openOfKey.TryGetValue(codes[k].Key, out Stack<int>? same)
                && same.TryPeek(out int partner))
            {
                (partners[partner], partners[k]) = (k, partner);
                int closed;
                do
                {
                    closed = open.Pop();
                    openOfKey[codes[closed].Key].Pop();
                }
                while (closed != partner);
            }
        }

        return partners;
    }
}
