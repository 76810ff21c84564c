namespace Aligner.Core.Evaluation;

/// <summary>Counts by the length of the pair: the number of words of both sides.</summary>
public static class LengthBreakdown
{
    private static readonly int[] Bounds = [10, 20, 40, 60, 80];

    /// <summary>Splits the counts of pairs.</summary>
    /// <param name="sentences">The counts of each pair.</param>
    /// <param name="lengths">Words of each pair.</param>
    public static Breakdown Of(IReadOnlyList<LinkCounts> sentences, IReadOnlyList<SentenceLengths> lengths)
    {
        LinkCounts[] counts = new LinkCounts[Bounds.Length + 1];
        for (int pair = 0; pair < sentences.Count; pair++)
        {
            counts[ClassOf((long)lengths[pair].Source + lengths[pair].Target)] += sentences[pair];
        }

        return new Breakdown("length", [.. counts.Select((count, k) => new BreakdownRow(NameOf(k), count))]);
    }

    private static int ClassOf(long words) =>
        Array.FindIndex(Bounds, bound => words <= bound) is >= 0 and var found ? found : Bounds.Length;

    private static string NameOf(int k) => k switch
    {
        0 => $"1-{Bounds[0]}",
        _ when k < Bounds.Length => $"{Bounds[k - 1] + 1}-{Bounds[k]}",
        _ => $">{Bounds[^1]}",
    };
}
