namespace Aligner.Core.Rendering;

/// <summary>A word as a terminal shows it.</summary>
/// <param name="Elements">Its characters as a reader counts them.</param>
internal sealed record DrawnWord(IReadOnlyList<string> Elements)
{
    private const string Ellipsis = "…";

    /// <summary>The columns that it takes.</summary>
    public int Width { get; } = Elements.Sum(TerminalText.Width);

    /// <summary>A word, cut so that it takes at most so many columns; null for all of it.</summary>
    public static DrawnWord Of(string text, int? most)
    {
        DrawnWord whole = new(TerminalText.Elements(text));
        if (most is not { } columns || whole.Width <= columns)
        {
            return whole;
        }

        int taken = 0;
        IEnumerable<string> fitting =
            whole.Elements.TakeWhile(element => (taken += TerminalText.Width(element)) < columns);
        return new DrawnWord([.. fitting, Ellipsis]);
    }

    /// <summary>The word followed by blanks.</summary>
    public string PadTo(int width) => ToString() + new string(' ', width - Width);

    /// <inheritdoc />
    public override string ToString() => string.Concat(Elements);
}
