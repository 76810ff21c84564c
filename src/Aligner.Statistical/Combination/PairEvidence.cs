using Aligner.Core.Alignments;

namespace Aligner.Statistical.Combination;

/// <summary>
/// What is known of each link that a pair of n source and m target words could have: a table for each kind of
/// evidence, n + 2 rows of m + 2 probabilities, of which those around the words are 0. Word i and word j meet in row
/// i + 1, column j + 1. Tables grow to the longest pair and are reused.
/// </summary>
internal sealed class PairEvidence
{
    private readonly float[][] _tables = [.. Enum.GetValues<Evidence>().Select(_ => Array.Empty<float>())];

    /// <summary>n: the number of source words.</summary>
    public int SourceLength { get; private set; }

    /// <summary>m: the number of target words.</summary>
    public int TargetLength { get; private set; }

    /// <summary>Cells of a row.</summary>
    public int Stride => TargetLength + 2;

    /// <summary>Whether another aligner has read the pair.</summary>
    public bool HasPrior { get; private set; }

    /// <summary>What is known of each source word, n of them.</summary>
    public WordTraits[] SourceWords { get; private set; } = [];

    /// <summary>What is known of each target word, m of them.</summary>
    public WordTraits[] TargetWords { get; private set; } = [];

    /// <summary>The stems of the words.</summary>
    public StemmedPair Stems { get; private set; } = new(default, default);

    /// <summary>A table.</summary>
    public Span<float> this[Evidence kind] => _tables[(int)kind].AsSpan(0, (SourceLength + 2) * Stride);

    /// <summary>The place of a link in each table.</summary>
    public int Cell(int source, int target) => ((source + 1) * Stride) + target + 1;

    /// <summary>Clears the tables for a pair.</summary>
    /// <param name="source">Its source words.</param>
    /// <param name="target">Its target words.</param>
    /// <param name="stems">The stems of both.</param>
    /// <param name="hasPrior">Whether another aligner has read it.</param>
    public void Begin(WordTraits[] source, WordTraits[] target, StemmedPair stems, bool hasPrior)
    {
        (SourceWords, TargetWords, Stems, HasPrior) = (source, target, stems, hasPrior);
        (SourceLength, TargetLength) = (source.Length, target.Length);
        int cells = (SourceLength + 2) * Stride;
        for (int kind = 0; kind < _tables.Length; kind++)
        {
            if (_tables[kind].Length < cells)
            {
                _tables[kind] = new float[Math.Max(cells, 2 * _tables[kind].Length)];
            }

            this[(Evidence)kind].Clear();
        }
    }

    /// <summary>Fills a table.</summary>
    /// <exception cref="ArgumentException">A link lies outside of the pair.</exception>
    public void Set(Evidence kind, IEnumerable<ScoredLink> links)
    {
        Span<float> table = this[kind];
        foreach ((Link link, float probability) in links)
        {
            if (link.Source >= SourceLength || link.Target >= TargetLength)
            {
                throw new ArgumentException($"the link {link} lies outside of the pair", nameof(links));
            }

            table[Cell(link.Source, link.Target)] = probability;
        }
    }
}
