using System.Runtime.InteropServices;
using Aligner.Core.Alignments;

namespace Aligner.Statistical.Combination;

/// <summary>
/// How often stems are linked in a text, and how often they could be. After Moore (2005), "A discriminative framework
/// for bilingual word alignment", section 3: the conditional link probability, of an alignment by a simpler model, with
/// what is at hand left out; here of probable links rather than sure ones.
/// </summary>
internal sealed class StemLinkTable
{
    /// <summary>Of more pairs, what is known of each is enough, and aligning them twice takes long.</summary>
    public const int MostPairs = 9_999;

    /// <summary>Fewer pairs tell too little.</summary>
    private const int LeastPairs = 200;

    /// <summary>By source stem, then by target stem: those that could be linked somewhere.</summary>
    private readonly Dictionary<int, Dictionary<int, (double Linked, int Together)>> _both = [];
    private readonly Dictionary<int, int> _source = [];
    private readonly Dictionary<int, int> _target = [];

    private StemLinkTable()
    {
    }

    /// <summary>Whether links of a text of so many pairs are worth counting.</summary>
    public static bool Suits(int pairs) => pairs is >= LeastPairs and <= MostPairs;

    /// <summary>Counts the links of a text.</summary>
    public static StemLinkTable Of(IReadOnlyList<PairLinks> text)
    {
        StemLinkTable table = new();
        foreach (PairLinks pair in text)
        {
            table.AddLinks(pair);
        }

        foreach (PairLinks pair in text)
        {
            table.AddStems(pair.Stems);
        }

        return table;
    }

    /// <summary>What the text says of two stems without one of its pairs, which has both.</summary>
    /// <param name="source">The source stem.</param>
    /// <param name="target">The target stem.</param>
    /// <param name="linked">How often that pair links them.</param>
    public StemCounts Without(int source, int target, double linked)
    {
        (double all, int together) = _both.TryGetValue(source, out Dictionary<int, (double, int)>? partners)
            ? partners.GetValueOrDefault(target)
            : default;
        return new StemCounts(
            Math.Max(0, all - linked),
            Math.Max(0, together - 1),
            Math.Max(0, _source.GetValueOrDefault(source) - 1),
            Math.Max(0, _target.GetValueOrDefault(target) - 1));
    }

    private void AddLinks(PairLinks pair)
    {
        ReadOnlySpan<int> source = pair.Stems.Source.Span, target = pair.Stems.Target.Span;
        foreach ((Link link, float probability) in pair.Links)
        {
            ref Dictionary<int, (double Linked, int)>? partners =
                ref CollectionsMarshal.GetValueRefOrAddDefault(_both, source[link.Source], out _);
            partners ??= [];
            CollectionsMarshal.GetValueRefOrAddDefault(partners, target[link.Target], out _).Linked += probability;
        }
    }

    private void AddStems(StemmedPair pair)
    {
        HashSet<int> source = [.. pair.Source.Span], target = [.. pair.Target.Span];
        foreach (int stem in target)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_target, stem, out _)++;
        }

        foreach (int stem in source)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_source, stem, out _)++;
            if (_both.TryGetValue(stem, out Dictionary<int, (double Linked, int Together)>? partners))
            {
                IEnumerable<int> both = partners.Count < target.Count
                    ? partners.Keys.Where(target.Contains)
                    : target.Where(partners.ContainsKey);
                foreach (int other in both)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(partners, other, out _).Together++;
                }
            }
        }
    }
}
