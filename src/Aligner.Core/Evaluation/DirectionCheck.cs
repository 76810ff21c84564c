using System.Globalization;
using Aligner.Core.Alignments;

namespace Aligner.Core.Evaluation;

/// <summary>
/// Compares two link files of the same pairs as they stand and with the second one turned around. The links of two
/// aligners agree; where they agree far better when turned, one file has the target first.
/// </summary>
/// <param name="first">Name of the first file, for the warning.</param>
/// <param name="second">Name of the second file.</param>
public sealed class DirectionCheck(string first, string second)
{
    /// <summary>So many links have to agree only when turned: a few agree by chance.</summary>
    private const int FewestLinks = 5;

    private LinkCounts _standing;
    private LinkCounts _turned;

    /// <summary>A warning for people, without final full stop; null where nothing looks wrong.</summary>
    public string? Warning => _turned.PredictedSure - _standing.PredictedSure >= FewestLinks
        && Suspicion.IsFarBetter(_turned.Aer, _standing.Aer)
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{second}: source and target look swapped; the F1 of its links and those of {first} would be "
            + $"{_turned.F1:0.000} instead of {_standing.F1:0.000}")
        : null;

    /// <summary>Adds the links of the next pair.</summary>
    public void Add(Alignment inFirst, Alignment inSecond)
    {
        GoldAlignment reference = new(inFirst, Alignment.Empty);
        _standing += LinkCounts.Count(inSecond, reference);
        _turned += LinkCounts.Count(inSecond.Swap(), reference);
    }
}
