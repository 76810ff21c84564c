using System.Globalization;

namespace Aligner.Core.Alignments;

/// <summary>
/// One word link: source token <paramref name="Source"/> with target token <paramref name="Target"/>.
/// </summary>
/// <param name="Source">0-based index of the source token.</param>
/// <param name="Target">0-based index of the target token.</param>
/// <remarks>Links are ordered by source, then by target.</remarks>
public readonly record struct Link(int Source, int Target) : IComparable<Link>
{
    /// <summary>The same link seen from the target side.</summary>
    public Link Swap() => new(Target, Source);

    /// <inheritdoc />
    public int CompareTo(Link other)
    {
        int bySource = Source.CompareTo(other.Source);
        return bySource != 0 ? bySource : Target.CompareTo(other.Target);
    }

    /// <summary>Pharaoh notation, for example <c>3-4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Source}-{Target}");

    public static bool operator <(Link left, Link right) => left.CompareTo(right) < 0;

    public static bool operator >(Link left, Link right) => left.CompareTo(right) > 0;

    public static bool operator <=(Link left, Link right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Link left, Link right) => left.CompareTo(right) >= 0;
}
