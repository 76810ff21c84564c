using Aligner.Core.Alignments;

namespace Aligner.Statistical.Corpora;

/// <summary>
/// What samplers drew for the pairs of the text that they ran on: 8 bytes for each link that came up, about one and a
/// half for a word.
/// </summary>
public sealed class SampledLinks
{
    /// <summary>Links below this in both directions are left out: they are many and change nothing.</summary>
    private const float Least = 0.01f;

    private readonly SampledLink[]?[] _pairs;

    /// <param name="pairs">The number of pairs.</param>
    public SampledLinks(int pairs) => _pairs = new SampledLink[pairs][];

    /// <summary>The links of a pair; null where nothing was sampled.</summary>
    public ReadOnlyMemory<SampledLink>? this[int pair] =>
        _pairs[pair] is { } links ? new ReadOnlyMemory<SampledLink>(links) : default(ReadOnlyMemory<SampledLink>?);

    /// <summary>The links of a pair whose mean over both directions is above a threshold.</summary>
    public Alignment Links(int pair, float threshold) => Alignment.Of((_pairs[pair] ?? [])
        .Where(link => ((float)link.Forward + (float)link.Reverse) / 2 > threshold)
        .Select(link => new Link(link.Source, link.Target)));

    /// <summary>Gives pairs that are equal the mean of what was drawn for each.</summary>
    internal void Average(IReadOnlyList<int> pairs)
    {
        SortedDictionary<(ushort Target, ushort Source), (float Forward, float Reverse)> sums = [];
        foreach (SampledLink link in pairs.SelectMany(pair => _pairs[pair] ?? []))
        {
            (float forward, float reverse) = sums.GetValueOrDefault((link.Target, link.Source));
            sums[(link.Target, link.Source)] = (forward + (float)link.Forward, reverse + (float)link.Reverse);
        }

        SampledLink[] means = [.. sums.Select(sum => new SampledLink(
            sum.Key.Source,
            sum.Key.Target,
            (Half)(sum.Value.Forward / pairs.Count),
            (Half)(sum.Value.Reverse / pairs.Count)))];
        foreach (int pair in pairs)
        {
            _pairs[pair] = means;
        }
    }

    /// <summary>Keeps the posteriors of a pair of n source words.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="n">The number of its source words.</param>
    /// <param name="forward">p(a_j = i) in element j·n + i.</param>
    /// <param name="reverse">p(b_i = j) in the same place.</param>
    public void Set(int pair, int n, ReadOnlySpan<float> forward, ReadOnlySpan<float> reverse)
    {
        List<SampledLink> links = [];
        for (int cell = 0; cell < forward.Length; cell++)
        {
            if (Math.Max(forward[cell], reverse[cell]) > Least)
            {
                (int j, int i) = Math.DivRem(cell, n);
                links.Add(new SampledLink((ushort)i, (ushort)j, (Half)forward[cell], (Half)reverse[cell]));
            }
        }

        _pairs[pair] = [.. links];
    }
}
