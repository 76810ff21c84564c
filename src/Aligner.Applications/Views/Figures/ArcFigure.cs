using Aligner.Core.Alignments;

namespace Aligner.Applications.Views.Figures;

/// <summary>A pair as two lines of words with a curve for each link.</summary>
internal static class ArcFigure
{
    private const double Height = 4, HalfLine = 0.5, Blank = 0.6;

    /// <summary>Draws the links of one system. A line that is written from right to left begins at the right.</summary>
    public static Figure Of(ViewedPair pair, int system)
    {
        (double[] source, double sourceWidth) = Place(pair.Words.Source);
        (double[] target, double targetWidth) = Place(pair.Words.Target);
        double width = Math.Max(sourceWidth, targetWidth);
        double sourceShift = (width - sourceWidth) / 2, targetShift = (width - targetWidth) / 2;
        Alignment links = pair.Links[system];
        List<Shape> shapes = [];
        shapes.AddRange((pair.Gold?.Sure ?? Alignment.Empty).Where(link => !links.Contains(link))
            .Select(link => Draw(link, CurveKind.Missed)));
        shapes.AddRange(links.Select(link => Draw(
            link, pair.Gold?.Possible.Contains(link) == false ? CurveKind.Wrong : CurveKind.Right)));
        shapes.AddRange(pair.Words.Source.Select((word, i) =>
            new Label(new Point(sourceShift + source[i], 0), word, LabelSide.Middle)));
        shapes.AddRange(pair.Words.Target.Select((word, j) =>
            new Label(new Point(targetShift + target[j], Height), word, LabelSide.Middle)));
        return new Figure(new Point(0, -HalfLine), new Point(width, Height + HalfLine), shapes);

        Curve Draw(Link link, CurveKind kind) => new(
            new Point(sourceShift + source[link.Source], HalfLine),
            new Point(targetShift + target[link.Target], Height - HalfLine),
            kind);
    }

    /// <summary>The middles of the words of a line, and its width.</summary>
    private static (double[] Middles, double Width) Place(IReadOnlyList<string> words)
    {
        double[] middles = new double[words.Count];
        double width = 0;
        for (int k = 0; k < words.Count; k++)
        {
            double own = Typography.WidthOf(words[k]);
            middles[k] = width + (own / 2);
            width += own + Blank;
        }

        width = Math.Max(0, width - Blank);
        return Typography.IsRightToLeft(words)
            ? ([.. middles.Select(middle => width - middle)], width)
            : (middles, width);
    }
}
