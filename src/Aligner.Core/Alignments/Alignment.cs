using System.Collections;

namespace Aligner.Core.Alignments;

/// <summary>
/// The links of one sentence pair: a sorted set with value equality. Memory grows with the links, never with their
/// indices.
/// </summary>
public sealed class Alignment : IReadOnlyList<Link>, IEquatable<Alignment>
{
    private readonly Link[] _links;

    private Alignment(Link[] sortedDistinct) => _links = sortedDistinct;

    /// <summary>The alignment without links.</summary>
    public static Alignment Empty { get; } = new([]);

    /// <summary>The number of links.</summary>
    public int Count => _links.Length;

    /// <summary>The link at <paramref name="index"/> in source-then-target order.</summary>
    public Link this[int index] => _links[index];

    /// <summary>The links in source-then-target order.</summary>
    public ReadOnlySpan<Link> Links => _links;

    /// <summary>Builds an alignment from links in any order; repeated links count once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A link has a negative index.</exception>
    public static Alignment Of(params ReadOnlySpan<Link> links)
    {
        if (links.IsEmpty)
        {
            return Empty;
        }

        Link[] sorted = links.ToArray();
        foreach (Link link in sorted)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(link.Source, nameof(links));
            ArgumentOutOfRangeException.ThrowIfNegative(link.Target, nameof(links));
        }

        Array.Sort(sorted);
        int count = 1;
        for (int next = 1; next < sorted.Length; next++)
        {
            if (sorted[next] != sorted[count - 1])
            {
                sorted[count++] = sorted[next];
            }
        }

        return new Alignment(count == sorted.Length ? sorted : sorted[..count]);
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{Link})" />
    public static Alignment Of(IEnumerable<Link> links) => Of(links.ToArray().AsSpan());

    /// <summary>Whether <paramref name="link"/> is in the set.</summary>
    public bool Contains(Link link) => Array.BinarySearch(_links, link) >= 0;

    /// <summary>The links with source and target exchanged.</summary>
    public Alignment Swap()
    {
        Link[] swapped = new Link[_links.Length];
        for (int i = 0; i < swapped.Length; i++)
        {
            swapped[i] = _links[i].Swap();
        }

        Array.Sort(swapped);
        return new Alignment(swapped);
    }

    /// <summary>The links that are in both sets.</summary>
    public Alignment Intersect(Alignment other) => Of(_links.Where(other.Contains));

    /// <summary>The links that are in either set.</summary>
    public Alignment Union(Alignment other) => Of([.. _links, .. other._links]);

    /// <inheritdoc />
    public bool Equals(Alignment? other) => other is not null && _links.AsSpan().SequenceEqual(other._links);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Alignment);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (Link link in _links)
        {
            hash.Add(link);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public IEnumerator<Link> GetEnumerator() => ((IEnumerable<Link>)_links).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Pharaoh notation, for example <c>0-0 1-2</c>.</summary>
    public override string ToString() => string.Join(' ', _links);
}
