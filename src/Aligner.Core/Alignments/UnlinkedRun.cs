namespace Aligner.Core.Alignments;

/// <summary>Adjacent words of one side of a pair that have no link.</summary>
/// <param name="First">0-based index of the first word.</param>
/// <param name="Length">How many words.</param>
/// <param name="Probability">The mean probability of its words to have no link.</param>
public readonly record struct UnlinkedRun(int First, int Length, float Probability)
{
    /// <summary>The runs of a side, each as long as it can be.</summary>
    /// <param name="linked">The words that have a link.</param>
    /// <param name="nulls">How probable it is that each word of the side has none.</param>
    public static IEnumerable<UnlinkedRun> Find(IReadOnlySet<int> linked, IReadOnlyList<float> nulls)
    {
        for (int first = 0; first < nulls.Count; first++)
        {
            int end = first;
            double sum = 0;
            while (end < nulls.Count && !linked.Contains(end))
            {
                sum += nulls[end++];
            }

            if (end > first)
            {
                yield return new UnlinkedRun(first, end - first, (float)(sum / (end - first)));
                first = end;
            }
        }
    }
}
