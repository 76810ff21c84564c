using Aligner.Core.Alignments;

namespace Aligner.Statistical.Combination;

/// <summary>
/// What a network sees of a possible link beside <see cref="LinkFeatures"/> if it stands on another one: how probable
/// that finds the link, those beside it and others of its words. After Cohen and Carvalho (2005), "Stacked sequential
/// learning", with a window of one word each way.
/// </summary>
internal sealed class StackedFeatures
{
    private readonly TableTotals _totals = new();
    private float[] _table = [];
    private int _stride;

    /// <summary>The names of the features, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "base log-odds", "base",
        "base before, source", "base after, source", "base before, target", "base after, target",
        "base before both", "base after both", "base before source, after target", "base after source, before target",
        "base of others of source, sum", "base of others of source, best",
        "base of others of target, sum", "base of others of target, best",
    ];

    /// <summary>Gets ready for a pair.</summary>
    /// <param name="links">Its possible links.</param>
    /// <param name="probabilities">What the other network says of each.</param>
    /// <param name="sourceLength">The number of source words.</param>
    /// <param name="targetLength">The number of target words.</param>
    public void Begin(
        IReadOnlyList<Link> links, ReadOnlySpan<float> probabilities, int sourceLength, int targetLength)
    {
        _stride = targetLength + 2;
        int cells = (sourceLength + 2) * _stride;
        if (_table.Length < cells)
        {
            _table = new float[Math.Max(cells, 2 * _table.Length)];
        }

        Span<float> table = _table.AsSpan(0, cells);
        table.Clear();
        for (int k = 0; k < links.Count; k++)
        {
            table[Cell(links[k])] = probabilities[k];
        }

        _totals.Fill(table, _stride);
    }

    /// <summary>Computes the features of a link.</summary>
    /// <param name="link">A link of the pair that this has been made ready for.</param>
    /// <param name="features">Gets them, in the order of <see cref="Names"/>.</param>
    public void Fill(Link link, Span<float> features)
    {
        int cell = Cell(link);
        float own = _table[cell];
        features[0] = LinkFeatures.LogOdds(own);
        features[1] = own;
        LinkFeatures.AddBeside(_table, cell, _stride, features[2..]);
        LinkFeatures.AddOthers(_totals, link, own, features[10..]);
    }

    private int Cell(Link link) => ((link.Source + 1) * _stride) + link.Target + 1;
}
