using Aligner.Core.Alignments;

namespace Aligner.Applications.Filtering;

/// <summary>What links tell of a pair: how much of it is translated.</summary>
/// <param name="Source">
/// The share of the source that is linked, from 0 to 1: the mean probability of the best link of a word, each word
/// weighted by its letters and digits, so that punctuation does not count. Links that no other pair has count less.
/// </param>
/// <param name="Target">The same of the target.</param>
/// <param name="WorstHalf">The least share of the four halves of the two sentences.</param>
/// <param name="WorstGap">The larger <see cref="CoverageKernel.WorstGap"/> of the two sentences.</param>
/// <param name="Copied">The share of the target, by letters, in words that are in the source too.</param>
/// <param name="HasWords">Whether both sides have words.</param>
internal readonly record struct LinkEvidence(
    float Source, float Target, float WorstHalf, float WorstGap, float Copied, bool HasWords)
{
    /// <summary>Reads the evidence of a pair.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="support">What the other pairs confirm.</param>
    public static LinkEvidence Of(AlignedPair pair, LinkSupport support)
    {
        (IReadOnlyList<string> source, IReadOnlyList<string> target) = (pair.Words.Source, pair.Words.Target);
        if (source.Count == 0 || target.Count == 0)
        {
            return default;
        }

        int[] sourceLetters = [.. source.Select(word => Letters.Count(word))];
        int[] targetLetters = [.. target.Select(word => Letters.Count(word))];
        float[] bestOfSource = new float[source.Count], bestOfTarget = new float[target.Count];
        foreach ((Link link, float known) in pair.Links.Links)
        {
            (int i, int j) = link;
            if (sourceLetters[i] > 0 && targetLetters[j] > 0)
            {
                float probability = (float)(known * support.Trust(pair, link));
                bestOfSource[i] = Math.Max(bestOfSource[i], probability);
                bestOfTarget[j] = Math.Max(bestOfTarget[j], probability);
            }
        }

        return new LinkEvidence(
            (float)CoverageKernel.Cover(sourceLetters, bestOfSource),
            (float)CoverageKernel.Cover(targetLetters, bestOfTarget),
            (float)Math.Min(
                WorstHalfOf(sourceLetters, bestOfSource), WorstHalfOf(targetLetters, bestOfTarget)),
            (float)Math.Max(
                CoverageKernel.WorstGap(sourceLetters, bestOfSource),
                CoverageKernel.WorstGap(targetLetters, bestOfTarget)),
            CopiedShare(pair),
            HasWords: true);
    }

    /// <summary>The share of the target, by letters, in words that are in the source too; not numbers.</summary>
    public static float CopiedShare(AlignedPair pair)
    {
        HashSet<string> words = new(pair.Words.Source, StringComparer.OrdinalIgnoreCase);
        int copied = pair.Words.Target.Where(word => Letters.HasLetter(word) && words.Contains(word))
            .Sum(word => Letters.Count(word));
        return (float)copied / Math.Max(1, pair.Words.Target.Sum(word => Letters.Count(word)));
    }

    private static double WorstHalfOf(int[] letters, float[] best) => Math.Min(
        CoverageKernel.Cover(letters, best, 0, 0.5), CoverageKernel.Cover(letters, best, 0.5, 1));
}
