using System.Xml.Linq;
using Aligner.Applications.Views;
using Aligner.Applications.Views.Figures;
using Aligner.Core.Text;

namespace Aligner.Applications.Tests.Views.Figures;

public sealed class FigureTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void The_matrix_has_a_mark_for_each_link_and_a_square_for_each_gold_link()
    {
        XElement svg = Svg(ViewedPairs.Of("a b ||| c d", [(0, 0), (1, 1)], [(0, 0), (0, 1)], [(1, 1)]));
        Classes(svg, "circle").ShouldBe(["right", "wrong"], ignoreOrder: true);
        Classes(svg, "path").Where(name => name != "rule").ShouldBe(["sure", "sure", "right"]);
        Texts(svg).ShouldBe(["a", "b", "c", "d"]);
    }

    [Fact]
    public void The_columns_of_a_text_from_right_to_left_begin_at_the_right()
    {
        double[] places = [.. Svg(ViewedPairs.Of("a b ||| שלום עולם", null, [(0, 0)])).Descendants()
            .Where(element => element.Name.LocalName == "text").Skip(2).Select(LeftOf)];
        places[0].ShouldBeGreaterThan(places[1]);
    }

    [Fact]
    public void Each_system_has_arcs_of_its_own()
    {
        XElement svg = Svg(
            ViewedPairs.Of("a b ||| c d", [(0, 0), (1, 1)], [(0, 0), (0, 1)], [(1, 1)]), FigureKind.Arcs);
        Classes(svg, "path").ShouldBe(["curve missed", "curve right", "curve wrong", "curve missed", "curve right"]);
        Texts(svg).ShouldBe(["a", "b", "c", "d", "a", "b", "c", "d"]);
    }

    [Fact]
    public void No_word_can_break_the_picture()
    {
        const string Words = "</text><script> &amp; \u0001 \uFFFE \U0001F600 ||| x";
        Texts(Svg(ViewedPairs.Of(Words, null, [(0, 0)])))
            .ShouldBe(["</text><script>", "&amp;", "\uFFFD", "\uFFFD", "\U0001F600", "x"]);
    }

    [Fact]
    public void No_word_can_break_the_document_of_LaTeX() =>
        Tikz(ViewedPairs.Of(@"\end{x} 50% a_b $x^2 ||| #1 ~", null, [(0, 0)])).ShouldSatisfyAllConditions(
            text => text.ShouldContain(@"{\textbackslash{}end\{x\}}"),
            text => text.ShouldContain(@"{50\%}"),
            text => text.ShouldContain(@"{a\_b}"),
            text => text.ShouldContain(@"{\$x\textasciicircum{}2}"),
            text => text.ShouldContain(@"{\#1}"),
            text => text.ShouldContain(@"{\textasciitilde{}}"));

    [Fact]
    public void TikZ_draws_what_the_picture_draws()
    {
        string text = Tikz(ViewedPairs.Of("a b ||| c d", [(0, 0), (1, 1)], [(0, 0), (0, 1)]));
        Count(text, @"\path[aligner sure]").ShouldBe(2);
        Count(text, @"\path[aligner right]").ShouldBe(1);
        Count(text, @"\path[aligner wrong]").ShouldBe(1);
        Count(text, @"\node").ShouldBe(4);
        Count(text, @"\begin{tikzpicture}").ShouldBe(1);
        Count(text, @"\end{tikzpicture}").ShouldBe(1);
    }

    [Fact]
    public void A_pair_without_words_is_drawn()
    {
        ViewedPair empty = ViewedPairs.Of("a ||| b", null, []) with { Words = new([], []) };
        Texts(Svg(empty)).ShouldBeEmpty();
        Texts(Svg(empty, FigureKind.Arcs)).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private XElement Svg(ViewedPair pair, FigureKind kind = FigureKind.Matrix) =>
        XElement.Parse(Write(output => SvgFigures.Write([pair], kind, output)));

    private string Tikz(ViewedPair pair) => Write(output => TikzFigures.Write([pair], FigureKind.Matrix, output));

    private string Write(Action<TextOutput> write)
    {
        string path = _folder.Path("figure");
        using (TextOutput output = TextOutput.Create(path, overwrite: true))
        {
            write(output);
            output.Commit();
        }

        return File.ReadAllText(path);
    }

    private static string[] Classes(XElement svg, string name) => [.. svg.Descendants()
        .Where(element => element.Name.LocalName == name).Select(element => element.Attribute("class")!.Value)];

    private static string[] Texts(XElement svg) => [.. svg.Descendants()
        .Where(element => element.Name.LocalName == "text").Select(element => element.Value)];

    private static double LeftOf(XElement text) => double.Parse(
        text.Attribute("transform")!.Value.Split('(', ' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
