using Aligner.Core.Alignments;

namespace Aligner.Combination.Evidence;

/// <summary>
/// The probability of each possible link of a pair with n source and m target words: n + 2 rows of m + 2 cells, with
/// a border of zeros. The link of word i and word j is in row i + 1, column j + 1. The table grows to the longest pair
/// and is reused.
/// </summary>
public sealed class LinkTable
{
    private readonly TableTotals _totals = new();
    private float[] _cells = [];
    private bool _isTotaled;

    /// <summary>n: the number of source words.</summary>
    public int SourceLength { get; private set; }

    /// <summary>m: the number of target words.</summary>
    public int TargetLength { get; private set; }

    /// <summary>Cells of a row.</summary>
    public int Stride => TargetLength + 2;

    /// <summary>
    /// Natural log-probability of the pair per word that the expert generates; null, the default, if it has none.
    /// </summary>
    public double? LogProbability { get; set; }

    /// <summary>All cells, row by row.</summary>
    public Span<float> Cells => _cells.AsSpan(0, (SourceLength + 2) * Stride);

    /// <summary>The sums and maxima of rows and columns; to be read once the table is full.</summary>
    public TableTotals Totals
    {
        get
        {
            if (!_isTotaled)
            {
                _totals.Fill(this);
                _isTotaled = true;
            }

            return _totals;
        }
    }

    /// <summary>The index of a link in <see cref="Cells"/>.</summary>
    public int Cell(int source, int target) => ((source + 1) * Stride) + target + 1;

    /// <summary>The cells of a source word, one for each target word.</summary>
    public Span<float> Row(int source) => Cells.Slice(Cell(source, 0), TargetLength);

    /// <summary>How probable it is that each word has none of the links, Π (1 − p) over its cells.</summary>
    public NullProbabilities Nulls()
    {
        float[] source = new float[SourceLength], target = new float[TargetLength];
        Array.Fill(target, 1);
        for (int i = 0; i < source.Length; i++)
        {
            source[i] = 1;
            ReadOnlySpan<float> row = Row(i);
            for (int j = 0; j < row.Length; j++)
            {
                float missing = Math.Max(0, 1 - row[j]);
                source[i] *= missing;
                target[j] *= missing;
            }
        }

        return new NullProbabilities(source, target);
    }

    /// <summary>Makes a table of zeros for a pair.</summary>
    public void Reset(int sourceLength, int targetLength)
    {
        (SourceLength, TargetLength, LogProbability) = (sourceLength, targetLength, null);
        _isTotaled = false;
        int cells = (sourceLength + 2) * Stride;
        if (_cells.Length < cells)
        {
            _cells = new float[Math.Max(cells, 2 * _cells.Length)];
        }

        Cells.Clear();
    }

    /// <summary>Sets the cells of links.</summary>
    /// <exception cref="ArgumentException">A link lies outside of the pair.</exception>
    public void Set(IEnumerable<ScoredLink> links)
    {
        foreach ((Link link, float probability) in links)
        {
            if (link.Source >= SourceLength || link.Target >= TargetLength)
            {
                throw new ArgumentException($"the link {link} lies outside of the pair", nameof(links));
            }

            Cells[Cell(link.Source, link.Target)] = probability;
        }
    }

    /// <summary>Leaves a link the only one of its words.</summary>
    /// <param name="link">A link of the pair.</param>
    /// <param name="probability">Its probability.</param>
    public void SetOnly(Link link, float probability)
    {
        Row(link.Source).Clear();
        for (int i = 0; i < SourceLength; i++)
        {
            _cells[Cell(i, link.Target)] = 0;
        }

        _cells[Cell(link.Source, link.Target)] = probability;
    }

    /// <summary>The links more probable than a threshold, in their order.</summary>
    public IEnumerable<ScoredLink> Above(float threshold)
    {
        for (int i = 0; i < SourceLength; i++)
        {
            for (int j = 0; j < TargetLength; j++)
            {
                float probability = _cells[Cell(i, j)];
                if (probability > threshold)
                {
                    yield return new ScoredLink(new Link(i, j), probability);
                }
            }
        }
    }
}
