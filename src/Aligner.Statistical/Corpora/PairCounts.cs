namespace Aligner.Statistical.Corpora;

/// <summary>
/// Pseudo-counts of the word pairs of one sentence pair: what is known of them besides a model, such as the links of an
/// encoder.
/// </summary>
public sealed class PairCounts
{
    private readonly float[] _counts;
    private readonly float[] _totals;
    private readonly int _columns;

    /// <param name="rows">The number of words that generate.</param>
    /// <param name="columns">The number of words that are generated.</param>
    public PairCounts(int rows, int columns)
    {
        _columns = columns;
        _counts = new float[rows * columns];
        _totals = new float[rows];
    }

    /// <summary>The least number of links that the model's probabilities of a word are worth; default 1.</summary>
    public float LeastLinks { get; init; } = 1;

    /// <summary>c(e_i, f_j) of a word that generates, one for each word that is generated.</summary>
    public ReadOnlySpan<float> Row(int i) => _counts.AsSpan(i * _columns, _columns);

    /// <summary>Σ_j c(e_i, f_j).</summary>
    public float Total(int i) => _totals[i];

    /// <summary>Adds to the count of a word pair.</summary>
    public void Add(int i, int j, float count)
    {
        _counts[(i * _columns) + j] += count;
        _totals[i] += count;
    }

    /// <summary>The same counts for the other direction.</summary>
    public PairCounts Swap()
    {
        PairCounts swapped = new(_columns, _totals.Length) { LeastLinks = LeastLinks };
        for (int i = 0; i < _totals.Length; i++)
        {
            for (int j = 0; j < _columns; j++)
            {
                swapped.Add(j, i, Row(i)[j]);
            }
        }

        return swapped;
    }
}
