using System.Globalization;

namespace Aligner.Core.Formats;

/// <summary>Puts numbered alignments in order, with empty ones for the pairs that are left out.</summary>
/// <param name="isRepeated">Whether a number may come again, with further links of the pair.</param>
/// <param name="longestGap">The most pairs that may be left out at once.</param>
internal sealed class PairOrder(bool isRepeated, int longestGap)
{
    /// <summary>How many pairs are held back, at most, for one that comes late.</summary>
    public const int Window = 1 << 16;

    private readonly SortedDictionary<int, NumberedAlignment> _waiting = [];
    private int _next;

    /// <summary>Merges parts that are each in order, or nearly so, by the numbers of their pairs.</summary>
    public static IEnumerable<NumberedAlignment> Merge(IEnumerable<IEnumerable<NumberedAlignment>> parts)
    {
        PriorityQueue<IEnumerator<NumberedAlignment>, (int Pair, int Part)> heads = new();
        int count = 0;
        foreach (IEnumerable<NumberedAlignment> part in parts)
        {
            Advance(part.GetEnumerator(), count++);
        }

        while (heads.TryDequeue(out IEnumerator<NumberedAlignment>? head, out (int Pair, int Part) place))
        {
            yield return head.Current;
            Advance(head, place.Part);
        }

        void Advance(IEnumerator<NumberedAlignment> head, int part)
        {
            if (head.MoveNext())
            {
                heads.Enqueue(head, (head.Current.Pair, part));
            }
        }
    }

    /// <summary>
    /// The alignment of each pair from the first to the last that there is. Pairs in order pass through; a pair that is
    /// missing is waited for until <see cref="Window"/> later ones have come.
    /// </summary>
    /// <exception cref="DataException">A pair comes twice or too late, or a gap is too long.</exception>
    public IEnumerable<AnnotatedAlignment> Arrange(IEnumerable<NumberedAlignment> items)
    {
        foreach (NumberedAlignment item in items)
        {
            Add(item);
            while (_waiting.Count > 0 && (_waiting.Count > Window || (!isRepeated && _waiting.ContainsKey(_next))))
            {
                foreach (AnnotatedAlignment alignment in TakeFirst())
                {
                    yield return alignment;
                }
            }
        }

        while (_waiting.Count > 0)
        {
            foreach (AnnotatedAlignment alignment in TakeFirst())
            {
                yield return alignment;
            }
        }
    }

    private void Add(NumberedAlignment item)
    {
        if (item.Pair < _next)
        {
            throw item.Error("comes twice, or too late to be put in order");
        }

        if (_waiting.TryAdd(item.Pair, item))
        {
            return;
        }

        if (!isRepeated)
        {
            throw item.Error("comes twice");
        }

        AnnotatedAlignment known = _waiting[item.Pair].Alignment;
        AnnotatedAlignment joined = known with { Links = [.. known.Links, .. item.Alignment.Links] };
        _waiting[item.Pair] = item with { Alignment = joined };
    }

    private IEnumerable<AnnotatedAlignment> TakeFirst()
    {
        NumberedAlignment first = _waiting.First().Value;
        _waiting.Remove(first.Pair);
        if (first.Pair - _next > longestGap)
        {
            throw first.Error(string.Create(
                CultureInfo.InvariantCulture, $"after {_next}: more than {longestGap} pairs are left out"));
        }

        for (; _next < first.Pair; _next++)
        {
            yield return AnnotatedAlignment.Empty;
        }

        _next++;
        yield return first.Alignment;
    }
}
