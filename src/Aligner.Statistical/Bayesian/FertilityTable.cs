namespace Aligner.Statistical.Bayesian;

/// <summary>
/// P(φ | e): how many target words link to a token of e. Fixed during a sweep at the mean of its Dirichlet posterior,
/// whose prior leans on the fertilities of all words.
/// </summary>
internal sealed class FertilityTable(int words, BayesOptions options)
{
    /// <summary>Fertilities 0 … Cells − 1; a token that has more links counts as the last.</summary>
    public const int Cells = 8;

    /// <summary>No word takes so many links that its fertility leaves the table.</summary>
    private const float Forbidden = 1e-10f;

    private readonly int[] _counts = new int[words * Cells];
    private readonly float[] _ratios = new float[words * Cells];

    public void Clear() => Array.Clear(_counts);

    public void Count(int word, int fertility) => _counts[(word * Cells) + Math.Min(fertility, Cells - 1)]++;

    /// <summary>P(φ + 1 | e) / P(φ | e): what one more link costs a token that has φ.</summary>
    public float Ratio(int word, int fertility) => _ratios[(word * Cells) + Math.Min(fertility, Cells - 1)];

    /// <summary>Takes the counts over into the ratios.</summary>
    public void Update()
    {
        Span<double> prior = stackalloc double[Cells];
        Prior(prior);
        for (int first = 0; first < _counts.Length; first += Cells)
        {
            for (int fertility = 0; fertility < Cells - 1; fertility++)
            {
                double more = _counts[first + fertility + 1] + prior[fertility + 1];
                _ratios[first + fertility] = (float)(more / (_counts[first + fertility] + prior[fertility]));
            }

            _ratios[first + Cells - 1] = Forbidden;
        }
    }

    private void Prior(Span<double> prior)
    {
        prior.Fill(options.FertilityConcentration);
        for (int cell = 0; cell < _counts.Length; cell++)
        {
            prior[cell % Cells] += _counts[cell];
        }

        double total = 0;
        foreach (double count in prior)
        {
            total += count;
        }

        foreach (ref double count in prior)
        {
            count = options.FertilityConcentration + (options.SharedFertility * count / total);
        }
    }
}
