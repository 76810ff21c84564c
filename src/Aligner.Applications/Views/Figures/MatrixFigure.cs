using Aligner.Core.Alignments;

namespace Aligner.Applications.Views.Figures;

/// <summary>A pair as a matrix: gold links are squares, the links of systems discs and diamonds upon them.</summary>
internal static class MatrixFigure
{
    private const double Gap = 0.25, Alone = 0.28, Beside = 0.2;
    private const int Turn = 60;

    /// <summary>Draws a pair. Target words that are written from right to left are columns in that order.</summary>
    public static Figure Of(ViewedPair pair)
    {
        IReadOnlyList<string> source = pair.Words.Source, target = pair.Words.Target;
        (int rows, int columns) = (source.Count, target.Count);
        bool isReversed = Typography.IsRightToLeft(target);
        Point Center(Link link) =>
            new((isReversed ? columns - 1 - link.Target : link.Target) + 0.5, link.Source + 0.5);

        double left = -Gap - source.Select(Typography.WidthOf).DefaultIfEmpty(0).Max();
        double longest = target.Select(Typography.WidthOf).DefaultIfEmpty(0).Max();
        (double rise, double run) = Math.SinCos(Turn * Math.PI / 180);
        List<Shape> shapes =
        [
            .. Enumerable.Range(0, rows + 1).Select(row => new Rule(new Point(0, row), new Point(columns, row))),
            .. Enumerable.Range(0, columns + 1).Select(column =>
                new Rule(new Point(column, 0), new Point(column, rows))),
            .. source.Select((word, row) => new Label(new Point(-Gap, row + 0.5), word, LabelSide.Right)),
            .. target.Select((word, column) =>
                new Label(new Point(Center(new Link(0, column)).X, -Gap - 0.1), word, LabelSide.Left, Turn)),
        ];
        if (pair.Gold is { } gold)
        {
            shapes.AddRange(gold.Possible.Select(link => new GoldBox(Center(link), gold.Sure.Contains(link))));
        }

        for (int system = 0; system < pair.Systems.Count; system++)
        {
            shapes.AddRange(pair.Links[system].Select(link => Mark(pair, system, link, Center(link))));
        }

        return new Figure(
            new Point(left, -Gap - 0.5 - (longest * rise)),
            new Point(columns + (longest * run), rows),
            shapes);
    }

    private static Shape Mark(ViewedPair pair, int system, Link link, Point center)
    {
        bool isWrong = pair.Gold?.Possible.Contains(link) == false;
        int count = pair.Systems.Count;
        double radius = count == 1 ? Alone : Beside;
        Point place = center with { X = center.X + ((system - ((count - 1) / 2.0)) * 2 * radius) };
        return system == 0 ? new Disc(place, radius, isWrong) : new Diamond(place, radius, isWrong);
    }
}
