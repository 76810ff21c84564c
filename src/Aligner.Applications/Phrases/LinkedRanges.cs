using Aligner.Core.Alignments;

namespace Aligner.Applications.Phrases;

/// <summary>From where to where the links of each word of one side reach on the other.</summary>
internal readonly struct LinkedRanges
{
    private readonly int[] _first;
    private readonly int[] _last;

    private LinkedRanges(int length)
    {
        _first = new int[length];
        _last = new int[length];
        Array.Fill(_first, int.MaxValue);
        Array.Fill(_last, -1);
    }

    /// <summary>The ranges of the source words.</summary>
    public static LinkedRanges OfSource(IReadOnlyList<ScoredLink> links, int length)
    {
        LinkedRanges ranges = new(length);
        foreach (((int source, int target), _) in links)
        {
            ranges.Add(source, target);
        }

        return ranges;
    }

    /// <summary>The ranges of the target words.</summary>
    public static LinkedRanges OfTarget(IReadOnlyList<ScoredLink> links, int length)
    {
        LinkedRanges ranges = new(length);
        foreach (((int source, int target), _) in links)
        {
            ranges.Add(target, source);
        }

        return ranges;
    }

    /// <summary>The number of words.</summary>
    public int Length => _first.Length;

    /// <summary>
    /// The first word linked to <paramref name="word"/>; <see cref="int.MaxValue"/> if there is none.
    /// </summary>
    public int First(int word) => _first[word];

    /// <summary>The last word linked to <paramref name="word"/>; -1 if there is none.</summary>
    public int Last(int word) => _last[word];

    /// <summary>Whether a word has a link.</summary>
    public bool IsLinked(int word) => _last[word] >= 0;

    private void Add(int word, int other)
    {
        _first[word] = Math.Min(_first[word], other);
        _last[word] = Math.Max(_last[word], other);
    }
}
