using System.Runtime.InteropServices;

namespace Aligner.Applications.Filtering;

/// <summary>The distribution of the character trigrams of a language, smoothed by adding to each count.</summary>
/// <param name="vocabulary">The number of different trigrams.</param>
internal sealed class TrigramModel(int vocabulary)
{
    private const double Added = 0.1;

    private readonly Dictionary<ulong, double> _counts = [];

    /// <summary>The sum of all counts.</summary>
    public double Total { get; private set; }

    /// <summary>Counts a text.</summary>
    public void Add(Trigrams text, double weight)
    {
        foreach ((ulong gram, int count) in text.Counts)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, gram, out _) += weight * count;
        }

        Total += weight * text.Total;
    }

    /// <summary>
    /// The mean log-probability of the trigrams of a text, without what another text, perhaps the same, added to the
    /// counts. 0 for an empty text.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="own">The text whose counts are left out.</param>
    /// <param name="weight">The weight that it was counted with; 0 if it was not.</param>
    public double MeanLogProbability(Trigrams text, Trigrams own, double weight)
    {
        double total = Total - (weight * own.Total) + (Added * vocabulary);
        double sum = 0;
        foreach ((ulong gram, int count) in text.Counts)
        {
            double known = _counts.GetValueOrDefault(gram) - (weight * own.Counts.GetValueOrDefault(gram));
            sum += count * Math.Log((Math.Max(0, known) + Added) / total);
        }

        return text.Total == 0 ? 0 : sum / text.Total;
    }
}
