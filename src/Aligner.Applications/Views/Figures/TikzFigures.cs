using System.Globalization;
using System.Text;
using Aligner.Core.Text;

namespace Aligner.Applications.Views.Figures;

/// <summary>Pairs as pictures of TikZ, each an environment of its own, to be put into a LaTeX document.</summary>
public static class TikzFigures
{
    private const string Styles = """
        aligner rule/.style={gray!40},
          aligner sure/.style={fill=gray!35},
          aligner possible/.style={draw=gray, densely dashed},
          aligner right/.style={fill=blue!70!black},
          aligner wrong/.style={fill=orange!80!black},
          aligner curve/.style={blue!70!black},
          aligner wrong curve/.style={orange!80!black, dashed},
          aligner missed curve/.style={gray, densely dotted, semithick},
        """;

    /// <summary>Writes all pairs; does not commit the output.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="kind">How they are drawn.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<ViewedPair> pairs, FigureKind kind, TextOutput output)
    {
        output.WriteLine(@"% \usepackage{tikz}; scripts other than Latin need LuaLaTeX or XeLaTeX, and a font");
        foreach (Figure figure in pairs.SelectMany(pair => FigureLayout.Of(pair, kind)))
        {
            output.WriteLine(@"\begin{tikzpicture}[x=0.42cm, y=-0.42cm, font=\small,");
            output.WriteLine($"  {Styles.ReplaceLineEndings("\n")}]");
            foreach (Shape shape in figure.Shapes)
            {
                output.WriteLine($"  {Draw(shape)}");
            }

            output.WriteLine(@"\end{tikzpicture}");
        }
    }

    private static string Draw(Shape shape) => shape switch
    {
        Label label => $@"\node[inner sep=0pt, anchor={AnchorOf(label.Side)}{TurnOf(label.Turn)}] at {At(label.At)} "
            + $"{{{Escape(label.Text)}}};",
        Rule rule => $@"\draw[aligner rule] {At(rule.From)} -- {At(rule.To)};",
        GoldBox box => $@"\path[aligner {(box.IsSure ? "sure" : "possible")}] "
            + $"{At(Move(box.Center, -GoldBox.Size / 2))} rectangle {At(Move(box.Center, GoldBox.Size / 2))};",
        Disc disc => $@"\path[aligner {StyleOf(disc.IsWrong)}] {At(disc.Center)} "
            + $"circle[x radius={Number(disc.Radius)}, y radius={Number(disc.Radius)}];",
        Diamond diamond => $@"\path[aligner {StyleOf(diamond.IsWrong)}] "
            + $"{At(diamond.Center with { X = diamond.Center.X - diamond.Radius })} -- "
            + $"{At(diamond.Center with { Y = diamond.Center.Y - diamond.Radius })} -- "
            + $"{At(diamond.Center with { X = diamond.Center.X + diamond.Radius })} -- "
            + $"{At(diamond.Center with { Y = diamond.Center.Y + diamond.Radius })} -- cycle;",
        Curve curve => $@"\draw[aligner {StyleOf(curve.Kind)}] {At(curve.From)} .. controls "
            + $"{At(curve.From with { Y = curve.Middle })} and {At(curve.To with { Y = curve.Middle })} .. "
            + $"{At(curve.To)};",
        _ => throw new ArgumentException($"no shape: {shape}", nameof(shape)),
    };

    private static string StyleOf(bool isWrong) => isWrong ? "wrong" : "right";

    private static string StyleOf(CurveKind kind) => kind switch
    {
        CurveKind.Wrong => "wrong curve",
        CurveKind.Missed => "missed curve",
        _ => "curve",
    };

    private static string AnchorOf(LabelSide side) => side switch
    {
        LabelSide.Left => "west",
        LabelSide.Middle => "center",
        _ => "east",
    };

    private static string TurnOf(int turn) =>
        turn == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", rotate={turn}");

    private static Point Move(Point point, double by) => new(point.X + by, point.Y + by);

    private static string At(Point point) => $"({Number(point.X)},{Number(point.Y)})";

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Escape(string word)
    {
        StringBuilder escaped = new();
        foreach (char character in Typography.Clean(word))
        {
            escaped.Append(character switch
            {
                '\\' => @"\textbackslash{}",
                '^' => @"\textasciicircum{}",
                '~' => @"\textasciitilde{}",
                '<' => @"\textless{}",
                '>' => @"\textgreater{}",
                '|' => @"\textbar{}",
                '{' or '}' or '$' or '&' or '#' or '_' or '%' => $@"\{character}",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}
