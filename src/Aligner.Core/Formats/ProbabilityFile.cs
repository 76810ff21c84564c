using Aligner.Core.Text;

namespace Aligner.Core.Formats;

/// <summary>
/// The probabilities that awesome-align writes beside its links (<c>--output_prob_file</c>): a line a pair, a number a
/// link, in the order of the links.
/// </summary>
public static class ProbabilityFile
{
    /// <summary>Reads the numbers of each pair.</summary>
    /// <exception cref="DataException">While iterating: something is not a number from 0 to 1.</exception>
    public static IEnumerable<float[]> Read(LineReader reader)
    {
        LinkReader numbers = new(reader, indexBase: 0, hasNullWord: false, skipped: null);
        while (numbers.ReadLine() is { } line)
        {
            yield return [.. Words.Split(line).Select(number => numbers.ParseProbability(number))];
        }
    }
}
