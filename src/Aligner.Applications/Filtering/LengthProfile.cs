namespace Aligner.Applications.Filtering;

/// <summary>How the lengths of the two sides of a text compare, by the letters of its sentences.</summary>
internal sealed class LengthProfile
{
    /// <summary>Pairs that count as much as the belief that any length is usual.</summary>
    private const double Belief = 100;

    /// <summary>A pair is not more unusual than so many standard deviations.</summary>
    private const double Most = 3;

    private readonly double _usual, _deviation, _trust;

    private LengthProfile(double[] ratios)
    {
        _usual = Spread.Median(ratios);
        _deviation = Spread.Deviation(ratios) + 1e-3;
        _trust = ratios.Length / (ratios.Length + Belief);
    }

    /// <summary>Learns from a sample of the pairs of a text.</summary>
    public static LengthProfile Learn(IEnumerable<(string Source, string Target)> sample) =>
        new([.. sample.Select(pair => Ratio(pair.Source, pair.Target))]);

    /// <summary>
    /// How far the ratio of the lengths is from the usual one, in standard deviations from 0 to 3; less in a small
    /// text, whose usual ratio is not known.
    /// </summary>
    public double Judge(string source, string target) =>
        _trust * Math.Min(Most, Math.Abs(Ratio(source, target) - _usual) / _deviation);

    /// <summary>The logarithm of the ratio; some letters are added to both, as short sentences vary more.</summary>
    private static double Ratio(string source, string target) =>
        Math.Log((Letters.Count(source) + 3.0) / (Letters.Count(target) + 3.0));
}
