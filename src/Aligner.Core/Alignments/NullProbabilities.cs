namespace Aligner.Core.Alignments;

/// <summary>The probability of each word of a pair to have no link (NULL).</summary>
/// <param name="Source">A number from 0 to 1 for each source word.</param>
/// <param name="Target">A number from 0 to 1 for each target word.</param>
public sealed record NullProbabilities(IReadOnlyList<float> Source, IReadOnlyList<float> Target)
{
    /// <summary>
    /// The probabilities that follow from those of links: none of a word's links exists, Π (1 − p) over all of them.
    /// </summary>
    /// <param name="candidates">All links that are possible, also those that are not taken.</param>
    /// <param name="sourceLength">The number of source words.</param>
    /// <param name="targetLength">The number of target words.</param>
    public static NullProbabilities Of(IEnumerable<ScoredLink> candidates, int sourceLength, int targetLength)
    {
        float[] source = new float[sourceLength], target = new float[targetLength];
        Array.Fill(source, 1);
        Array.Fill(target, 1);
        return new NullProbabilities(source, target).With(candidates);
    }

    /// <summary>The probabilities with further candidate links, independent of the earlier ones.</summary>
    public NullProbabilities With(IEnumerable<ScoredLink> candidates)
    {
        float[] source = [.. Source], target = [.. Target];
        foreach (((int i, int j), float probability) in candidates)
        {
            float missing = Math.Clamp(1 - probability, 0, 1);
            source[i] *= missing;
            target[j] *= missing;
        }

        return new NullProbabilities(source, target);
    }

    /// <summary>The same pair seen from the target side.</summary>
    public NullProbabilities Swap() => new(Target, Source);
}
