using System.Globalization;
using System.Text;
using System.Xml;
using Aligner.Core.Text;

namespace Aligner.Applications.Views.Figures;

/// <summary>Pairs as one SVG picture, one below the other.</summary>
public static class SvgFigures
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const double Cell = 22, Margin = 0.5, Between = 1;

    // Both inks have a contrast of at least 4.5 to white, and differ in lightness too.
    private const string Style = """

        text { font: 14px system-ui, sans-serif; fill: #1b1f24; dominant-baseline: central; }
        .rule { stroke: #d4d9e0; stroke-width: 1; }
        .sure { fill: #cdd6e2; }
        .possible { fill: none; stroke: #6b7889; stroke-width: 1.5; stroke-dasharray: 3 2; }
        .right { fill: #0b5cad; }
        .wrong { fill: #c2410c; }
        .curve { fill: none; stroke-width: 1.6; }
        .curve.right { stroke: #0b5cad; }
        .curve.wrong { stroke: #c2410c; stroke-dasharray: 6 2; }
        .curve.missed { stroke: #6b7889; stroke-dasharray: 2 3; }

        """;

    private static readonly XmlWriterSettings Settings =
        new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    /// <summary>Writes all pairs; does not commit the output.</summary>
    /// <param name="pairs">The pairs; all are held in memory.</param>
    /// <param name="kind">How they are drawn.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<ViewedPair> pairs, FigureKind kind, TextOutput output)
    {
        Figure[] figures = [.. pairs.SelectMany(pair => FigureLayout.Of(pair, kind))];
        double left = figures.Select(figure => figure.TopLeft.X).DefaultIfEmpty(0).Min() - Margin;
        double right = figures.Select(figure => figure.BottomRight.X).DefaultIfEmpty(0).Max() + Margin;
        double height = figures.Sum(figure => HeightOf(figure) + Between) - Between + (2 * Margin);
        StringBuilder text = new();
        using (XmlWriter xml = XmlWriter.Create(text, Settings))
        {
            xml.WriteStartElement("svg", Namespace);
            xml.WriteAttributeString("viewBox", $"0 0 {Pixels(right - left)} {Pixels(Math.Max(0, height))}");
            xml.WriteAttributeString("width", Pixels(right - left));
            xml.WriteAttributeString("height", Pixels(Math.Max(0, height)));
            xml.WriteAttributeString("role", "img");
            xml.WriteElementString("title", Namespace, "Word alignment");
            xml.WriteElementString("style", Namespace, Style);
            double top = Margin;
            foreach (Figure figure in figures)
            {
                xml.WriteStartElement("g", Namespace);
                xml.WriteAttributeString("transform", $"translate({Pixels(-left)} {Pixels(top - figure.TopLeft.Y)})");
                foreach (Shape shape in figure.Shapes)
                {
                    Write(shape, xml);
                }

                xml.WriteEndElement();
                top += HeightOf(figure) + Between;
            }

            xml.WriteEndElement();
        }

        output.WriteLine(text.ToString());
    }

    private static void Write(Shape shape, XmlWriter xml)
    {
        switch (shape)
        {
            case Label label:
                string turn = label.Turn == 0
                    ? string.Empty
                    : $" rotate({(-label.Turn).ToString(CultureInfo.InvariantCulture)})";
                xml.WriteStartElement("text", Namespace);
                xml.WriteAttributeString("transform", $"translate({Pixels(label.At)}){turn}");
                xml.WriteAttributeString("text-anchor", AnchorOf(label.Side));
                xml.WriteString(Typography.Clean(label.Text));
                xml.WriteEndElement();
                break;
            case Rule rule:
                Path(xml, "rule", $"M{Pixels(rule.From)}L{Pixels(rule.To)}");
                break;
            case GoldBox box:
                double half = GoldBox.Size / 2;
                string size = Pixels(GoldBox.Size);
                Path(
                    xml,
                    box.IsSure ? "sure" : "possible",
                    $"M{Pixels(Move(box.Center, -half, -half))}h{size}v{size}h-{size}z");
                break;
            case Disc disc:
                xml.WriteStartElement("circle", Namespace);
                xml.WriteAttributeString("class", ClassOf(disc.IsWrong));
                xml.WriteAttributeString("cx", Pixels(disc.Center.X));
                xml.WriteAttributeString("cy", Pixels(disc.Center.Y));
                xml.WriteAttributeString("r", Pixels(disc.Radius));
                xml.WriteEndElement();
                break;
            case Diamond diamond:
                Path(
                    xml,
                    ClassOf(diamond.IsWrong),
                    $"M{Pixels(Move(diamond.Center, -diamond.Radius, 0))}"
                    + $"L{Pixels(Move(diamond.Center, 0, -diamond.Radius))}"
                    + $"L{Pixels(Move(diamond.Center, diamond.Radius, 0))}"
                    + $"L{Pixels(Move(diamond.Center, 0, diamond.Radius))}z");
                break;
            case Curve curve:
                Path(
                    xml,
                    $"curve {curve.Kind.ToString().ToLowerInvariant()}",
                    $"M{Pixels(curve.From)}C{Pixels(curve.From with { Y = curve.Middle })} "
                    + $"{Pixels(curve.To with { Y = curve.Middle })} {Pixels(curve.To)}");
                break;
        }
    }

    private static void Path(XmlWriter xml, string style, string path)
    {
        xml.WriteStartElement("path", Namespace);
        xml.WriteAttributeString("class", style);
        xml.WriteAttributeString("d", path);
        xml.WriteEndElement();
    }

    private static string ClassOf(bool isWrong) => isWrong ? "wrong" : "right";

    private static string AnchorOf(LabelSide side) => side switch
    {
        LabelSide.Left => "start",
        LabelSide.Middle => "middle",
        _ => "end",
    };

    private static double HeightOf(Figure figure) => figure.BottomRight.Y - figure.TopLeft.Y;

    private static Point Move(Point point, double right, double down) => new(point.X + right, point.Y + down);

    private static string Pixels(Point point) => $"{Pixels(point.X)} {Pixels(point.Y)}";

    private static string Pixels(double cells) => (cells * Cell).ToString("0.##", CultureInfo.InvariantCulture);
}
