using System.Text;
using Aligner.Applications.Labels;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Projection;

/// <summary>A code, or a pair of codes, with those inside, at its place in the target.</summary>
internal sealed class MarkupNode
{
    private readonly List<MarkupNode> _children = [];
    private readonly MarkupElement _element;
    private int _start;
    private int _end;

    private MarkupNode(MarkupElement element, CodePointSpan place)
    {
        _element = element;
        (_start, _end) = (place.Start, place.End);
    }

    /// <summary>The codes as they nest in the source. Each has the place of all that is inside it.</summary>
    /// <param name="elements">The codes, outer ones first.</param>
    /// <param name="place">Where a code belongs in the target.</param>
    /// <param name="length">Code points of the target.</param>
    public static MarkupNode TreeOf(
        IReadOnlyList<MarkupElement> elements, Func<MarkupElement, CodePointSpan> place, int length)
    {
        MarkupNode root = new(
            new MarkupElement(0, length, string.Empty, string.Empty, 0), new CodePointSpan(0, length));
        Stack<MarkupNode> open = new([root]);
        foreach (MarkupElement element in elements)
        {
            MarkupNode node = new(element, place(element));
            while (open.Count > element.Depth + 1)
            {
                open.Pop();
            }

            open.Peek()._children.Add(node);
            if (element.Close.Length > 0)
            {
                open.Push(node);
            }
        }

        root.Widen();
        return root;
    }

    /// <summary>Moves the codes inside a range, and apart from each other.</summary>
    public void Clip(int first, int end)
    {
        _start = Math.Clamp(_start, first, end);
        _end = Math.Clamp(_end, _start, end);
        int free = _start;
        foreach (MarkupNode child in Ordered())
        {
            child.Clip(free, _end);
            free = child._end;
        }
    }

    /// <summary>Writes the text of the range with the codes in it.</summary>
    public void Write(Rune[] text, StringBuilder output)
    {
        output.Append(_element.Open);
        int written = _start;
        foreach (MarkupNode child in Ordered())
        {
            Append(written, child._start);
            child.Write(text, output);
            written = child._end;
        }

        Append(written, _end);
        output.Append(_element.Close);

        void Append(int from, int to)
        {
            foreach (Rune rune in text.AsSpan(from..to))
            {
                output.Append(rune);
            }
        }
    }

    private IEnumerable<MarkupNode> Ordered() => _children.OrderBy(child => child._start);

    /// <summary>A pair reaches as far as the pairs inside it; one without a place is where those inside are.</summary>
    private void Widen()
    {
        _children.ForEach(child => child.Widen());
        bool isNowhere = _start == _end;
        foreach (MarkupNode child in _children.Where(child => isNowhere || child._end > child._start))
        {
            (_start, _end) = isNowhere && _start == _end
                ? (child._start, child._end)
                : (Math.Min(_start, child._start), Math.Max(_end, child._end));
        }
    }
}
