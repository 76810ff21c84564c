using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Aligner.Core;
using Aligner.Core.Alignments;

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
        ArgumentOutOfRangeException.ThrowIfNegative(sourceLength);
        ArgumentOutOfRangeException.ThrowIfNegative(targetLength);
        if (similarity.Length != (long)sourceLength * targetLength)
        {
            throw new ArgumentException(
                $"{similarity.Length} values for {sourceLength} × {targetLength} words", nameof(similarity));
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
        Extract(similarity, sourceLength, targetLength, links);
        CollectionsMarshal.AsSpan(links).Sort(static (left, right) => left.Link.CompareTo(right.Link));
        return [.. links];
    }

    /// <summary>Adds the links of a matrix that has values, in any order.</summary>
    private protected abstract void Extract(
        ReadOnlySpan<float> similarity, int sourceLength, int targetLength, List<ScoredLink> links);

    /// <summary>A link whose score is its similarity, clamped to 0…1.</summary>
    private protected static ScoredLink Scored(ReadOnlySpan<float> similarity, int columns, int source, int target) =>
        new(new Link(source, target), Math.Clamp(similarity[(source * columns) + target], 0, 1));
}
