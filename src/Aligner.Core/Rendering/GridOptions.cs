namespace Aligner.Core.Rendering;

/// <summary>How a pair is drawn as text.</summary>
public sealed record GridOptions
{
    /// <summary>The least <see cref="Width"/>.</summary>
    public const int LeastWidth = 20;

    /// <summary>The columns that no line exceeds; null, the default, for lines of any length.</summary>
    public int? Width { get; init; }

    /// <summary>How a mark is printed, in one column; by default <see cref="LinkMarks.Glyph"/>.</summary>
    public Func<LinkMark, string> Style { get; init; } = LinkMarks.Glyph;

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is less than <see cref="LeastWidth"/>.</exception>
    public void Validate()
    {
        if (Width is { } width)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(width, LeastWidth, nameof(Width));
        }
    }
}
