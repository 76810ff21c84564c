using System.Runtime.InteropServices;
using Aligner.Core.Alignments;

namespace Aligner.Statistical.Interpolation;

/// <summary>
/// t(f|e) = c(e,f) / (Σ_f c(e,f) + ½), by counting links: what a word with few links lacks of 1 is for words that it
/// was not linked with.
/// </summary>
internal sealed class CountedLexicon
{
    private const double Unseen = 0.5;

    private readonly Dictionary<(int Given, int Word), double> _counts = [];
    private readonly Dictionary<int, double> _totals = [];

    /// <summary>t(f|e).</summary>
    /// <param name="given">Number of e.</param>
    /// <param name="word">Number of f.</param>
    public double this[int given, int word] => _counts.TryGetValue((given, word), out double count)
        ? count / (_totals[given] + Unseen)
        : 0;

    /// <summary>Counts links as often as they are probable.</summary>
    /// <param name="given">Numbers of e_0 … e_{n-1}.</param>
    /// <param name="words">Numbers of f_0 … f_{m-1}.</param>
    /// <param name="links">Links whose source is the side of <paramref name="given"/>.</param>
    public void Add(ReadOnlySpan<int> given, ReadOnlySpan<int> words, IEnumerable<ScoredLink> links)
    {
        foreach ((Link link, float probability) in links)
        {
            (int e, int f) = (given[link.Source], words[link.Target]);
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, (e, f), out _) += probability;
            CollectionsMarshal.GetValueRefOrAddDefault(_totals, e, out _) += probability;
        }
    }
}
