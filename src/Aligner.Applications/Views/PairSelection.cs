using Aligner.Core;
using Aligner.Core.Numerics;

namespace Aligner.Applications.Views;

/// <summary>Which pairs of a text are looked at. All conditions that are given hold.</summary>
public sealed record PairSelection
{
    /// <summary>The lines of the pairs; null, the default, for all.</summary>
    public LineRanges? Lines { get; init; }

    /// <summary>Whether only pairs with a wrong or missed link are taken; these need gold. Default false.</summary>
    public bool ErrorsOnly { get; init; }

    /// <summary>
    /// How many pairs of the greatest <see cref="ViewedPair.Badness"/> are taken, the worst first; null, the default,
    /// for all, in their order.
    /// </summary>
    public int? Worst { get; init; }

    /// <summary>How many pairs are drawn at random; they stay in their order. Null, the default, for all.</summary>
    public int? Sample { get; init; }

    /// <summary>Seed of the sample; 1 by default.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many pairs are taken at most, after all else; null, the default, for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Takes the pairs. Reading ends where no further pair can be taken.</summary>
    /// <param name="pairs">The pairs of a text, in the order of their lines.</param>
    /// <exception cref="DataException">
    /// While iterating: the worst pairs are asked for, and a pair has neither gold nor a score.
    /// </exception>
    public IEnumerable<ViewedPair> Apply(IEnumerable<ViewedPair> pairs)
    {
        if (Lines is { } lines)
        {
            pairs = UpTo(lines.Last, pairs).Where(pair => lines.Contains(pair.Line));
        }

        if (ErrorsOnly)
        {
            pairs = pairs.Where(pair => pair.HasErrors);
        }

        if (Sample is { } drawn)
        {
            pairs = Draw(pairs, drawn);
        }

        if (Worst is { } worst)
        {
            pairs = pairs.OrderByDescending(RequireBadness).Take(worst);
        }

        return Limit is { } limit ? pairs.Take(limit) : pairs;
    }

    /// <summary>The next pair is not even read after the last one that is wanted.</summary>
    private static IEnumerable<ViewedPair> UpTo(long last, IEnumerable<ViewedPair> pairs)
    {
        foreach (ViewedPair pair in pairs)
        {
            yield return pair;
            if (pair.Line >= last)
            {
                yield break;
            }
        }
    }

    private static double RequireBadness(ViewedPair pair) => pair.Badness
        ?? throw new DataException("the worst pairs are known by gold or by scores, and there is neither");

    /// <summary>Reservoir sampling (Vitter 1985, Algorithm R).</summary>
    private IEnumerable<ViewedPair> Draw(IEnumerable<ViewedPair> pairs, int count)
    {
        SplitMix64 random = new(Seed);
        List<ViewedPair> drawn = [];
        int seen = 0;
        foreach (ViewedPair pair in pairs)
        {
            int place = seen < count ? seen : random.NextIndex(seen + 1);
            seen++;
            if (place == drawn.Count && place < count)
            {
                drawn.Add(pair);
            }
            else if (place < count)
            {
                drawn[place] = pair;
            }
        }

        return drawn.OrderBy(pair => pair.Line);
    }
}
