namespace Aligner.Statistical.Inflections;

/// <summary>
/// How often a word and a suffix come together, against what chance gives where the head is the same: the test and the
/// odds ratio of Mantel and Haenszel 1959, a stratum for each head.
/// </summary>
internal struct InflectionTally
{
    /// <summary>Keeps a few heads from making a rule for certain.</summary>
    private const double Smoothing = 0.2;

    private double _observed;
    private double _expected;
    private double _variance;
    private double _together;
    private double _apart;

    /// <summary>Occurrences of both together.</summary>
    public readonly double Observed => _observed;

    /// <summary>How many standard deviations that is above what chance gives.</summary>
    public readonly double Deviation => _variance > 0 ? (_observed - _expected) / Math.Sqrt(_variance) : 0;

    /// <summary>The odds ratio r, smoothed, as r / (1 + r).</summary>
    public readonly double Probability => _together / (_together + _apart + Smoothing);

    /// <summary>Adds a stratum, a table of two by two.</summary>
    /// <param name="count">Occurrences of a head; at least 2.</param>
    /// <param name="withSuffix">Those whose translation has the suffix.</param>
    /// <param name="withWord">Those adjacent to the word.</param>
    /// <param name="withBoth">Those with both.</param>
    public void Add(double count, double withSuffix, double withWord, double withBoth)
    {
        double expected = withSuffix * withWord / count;
        _observed += withBoth;
        _expected += expected;
        _variance += expected * (count - withWord) * (count - withSuffix) / (count * (count - 1));
        _together += withBoth * (count - withSuffix - withWord + withBoth) / count;
        _apart += (withSuffix - withBoth) * (withWord - withBoth) / count;
    }
}
