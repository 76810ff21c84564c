using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction;

/// <summary>What all extractors do around their kernel: check shape and values, and collect links into an
/// array.</summary>
internal abstract class LinkExtractor : ILinkExtractor
{
    [ThreadStatic]
    private static List<ScoredLink>? _scratch;

    /// <inheritdoc />
    public ScoredLink[] Extract(ReadOnlySpan<float> similarity, int sourceLength, int targetLength)
    {
        using Pooled<float> scores = new(similarity.Length);
        return Extract(similarity, sourceLength, targetLength, scores.Span);
    }

    /// <inheritdoc />
    public ScoredLink[] Extract(
        ReadOnlySpan<float> similarity, int sourceLength, int targetLength, Span<float> scores)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sourceLength);
        ArgumentOutOfRangeException.ThrowIfNegative(targetLength);
        if (similarity.Length != (long)sourceLength * targetLength)
        {
            throw new ArgumentException(
                $"{similarity.Length} values for {sourceLength} × {targetLength} words", nameof(similarity));
        }

        if (scores.Length != similarity.Length)
        {
            throw new ArgumentException(
                $"{scores.Length} scores for {similarity.Length} similarities", nameof(scores));
        }

        if (similarity.IsEmpty)
        {
            return [];
        }

        // Vectors whose values are finite can have products that are not.
        if (!TensorPrimitives.IsFiniteAll(similarity))
        {
            throw new DataException(
                "similarities of words are not finite: their vectors hold values that are too large");
        }

        List<ScoredLink> links = _scratch ??= [];
        links.Clear();
        TensorPrimitives.Clamp(similarity, 0f, 1f, scores);
        Extract(similarity, sourceLength, targetLength, scores, links);
        CollectionsMarshal.AsSpan(links).Sort(static (left, right) => left.Link.CompareTo(right.Link));
        return [.. links];
    }

    /// <summary>
    /// Adds the links of a matrix that has values, in any order. The scores are the similarities; a rule that has
    /// others overwrites them.
    /// </summary>
    private protected abstract void Extract(
        ReadOnlySpan<float> similarity, int sourceLength, int targetLength, Span<float> scores, List<ScoredLink> links);

    /// <summary>A link whose score is its similarity, clamped to 0…1.</summary>
    private protected static ScoredLink Scored(ReadOnlySpan<float> similarity, int columns, int source, int target) =>
        new(new Link(source, target), Math.Clamp(similarity[(source * columns) + target], 0, 1));
}
