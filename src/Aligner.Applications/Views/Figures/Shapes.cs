namespace Aligner.Applications.Views.Figures;

/// <summary>A part of a figure. Lengths are in units of a cell of the matrix, y grows downwards.</summary>
internal abstract record Shape;

/// <summary>A word.</summary>
/// <param name="At">Where its <paramref name="Side"/> is, at half of its height.</param>
/// <param name="Text">The word.</param>
/// <param name="Side">The side of the word that is at the point.</param>
/// <param name="Turn">Degrees by which it is turned counterclockwise about the point.</param>
internal sealed record Label(Point At, string Text, LabelSide Side, int Turn = 0) : Shape;

/// <summary>A thin line of the grid.</summary>
internal sealed record Rule(Point From, Point To) : Shape;

/// <summary>A gold link: a filled square if it is sure, a dashed one if it is possible.</summary>
/// <param name="Center">Its center; a side is <see cref="Size"/> long.</param>
/// <param name="IsSure">Whether the link is sure.</param>
internal sealed record GoldBox(Point Center, bool IsSure) : Shape
{
    public const double Size = 0.9;
}

/// <summary>A link of the first system.</summary>
internal sealed record Disc(Point Center, double Radius, bool IsWrong) : Shape;

/// <summary>A link of another system.</summary>
internal sealed record Diamond(Point Center, double Radius, bool IsWrong) : Shape;

/// <summary>A link between two lines of words: a curve that leaves both lines at right angles.</summary>
internal sealed record Curve(Point From, Point To, CurveKind Kind) : Shape
{
    /// <summary>The height at which the curve turns.</summary>
    public double Middle => (From.Y + To.Y) / 2;
}

/// <summary>A place in a figure.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>A side of a word.</summary>
internal enum LabelSide
{
    Left,
    Middle,
    Right,
}

/// <summary>What a curve says.</summary>
internal enum CurveKind
{
    Right,
    Wrong,
    Missed,
}

/// <summary>The links of a pair as shapes.</summary>
/// <param name="TopLeft">The corner of what is drawn.</param>
/// <param name="BottomRight">The opposite corner.</param>
/// <param name="Shapes">The shapes, those behind first.</param>
internal sealed record Figure(Point TopLeft, Point BottomRight, IReadOnlyList<Shape> Shapes);
