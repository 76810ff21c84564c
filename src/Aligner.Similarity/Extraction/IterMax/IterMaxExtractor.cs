using Aligner.Core.Alignments;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.IterMax;

/// <summary>
/// IterMax of SimAlign (Jalili Sabet et al. 2020, algorithm 1): ArgMax, then again with linked words weighing less.
/// </summary>
/// <remarks>
/// Expects similarities of at least 0. Rounds end when there is nothing new, or when all words of a side are linked;
/// a side of up to two words gets the first round alone. The score of a link is its similarity.
/// </remarks>
internal sealed class IterMaxExtractor : LinkExtractor
{
    private const int MaxLengthOfOneRound = 2;

    private readonly IterMaxOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public IterMaxExtractor(IterMaxOptions options)
    {
        options.Validate();
        _options = options;
    }

    private protected override void Extract(
        ReadOnlySpan<float> similarity, int sourceLength, int targetLength, Span<float> scores, List<ScoredLink> links)
    {
        using Pooled<float> masked = new(similarity.Length);
        using Pooled<bool> sourceLinked = new(sourceLength);
        using Pooled<bool> targetLinked = new(targetLength);
        using Pooled<int> best = new(sourceLength);
        sourceLinked.Span.Clear();
        targetLinked.Span.Clear();
        int rounds = Math.Min(sourceLength, targetLength) <= MaxLengthOfOneRound ? 1 : _options.Rounds;
        for (int round = 0; round < rounds; round++)
        {
            IterMaxKernel.Mask(
                similarity, sourceLinked.Span, targetLinked.Span, (float)_options.LinkedWordScale, masked.Span);
            if (!IterMaxKernel.NewLinks(masked.Span, sourceLinked.Span, targetLinked.Span, best.Span))
            {
                break;
            }

            for (int i = 0; i < sourceLength; i++)
            {
                if (best.Span[i] is >= 0 and int j)
                {
                    links.Add(Scored(similarity, targetLength, i, j));
                    sourceLinked.Span[i] = true;
                    targetLinked.Span[j] = true;
                }
            }

            if (!sourceLinked.Span.Contains(false) || !targetLinked.Span.Contains(false))
            {
                break;
            }
        }
    }
}
