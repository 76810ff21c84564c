using Aligner.Core.Alignments;
using Aligner.Similarity.Extraction;
using Aligner.Similarity.Extraction.ArgMax;
using Aligner.Similarity.Extraction.Directional;
using Aligner.Similarity.Extraction.IterMax;
using Aligner.Similarity.Extraction.Match;

namespace Aligner.Similarity.Tests.Extraction;

public class SimAlignRuleTests
{
    [Fact]
    public void Argmax_links_what_the_reference_links()
    {
        foreach ((float[] values, int n, int m) in RandomMatrices.Of(5000, 8))
        {
            Links(new ArgMaxExtractor(), values, n, m)
                .ShouldBe(Of(Reference.ArgMax(Reference.Matrix(values, n, m))));
        }
    }

    [Theory]
    [InlineData(0.9, 2)]
    [InlineData(1, 2)]
    [InlineData(0.5, 4)]
    public void Itermax_links_what_the_reference_links(double alpha, int rounds)
    {
        IterMaxExtractor extractor = new(new IterMaxOptions { LinkedWordScale = alpha, Rounds = rounds });
        foreach ((float[] values, int n, int m) in RandomMatrices.Of(2000, 9))
        {
            Links(extractor, values, n, m)
                .ShouldBe(Of(Reference.IterMax(Reference.Matrix(values, n, m), alpha, rounds)));
        }
    }

    [Fact]
    public void Match_is_as_good_as_the_best_of_all_matchings()
    {
        foreach ((float[] values, int n, int m) in RandomMatrices.Of(4000, 5))
        {
            ScoredLink[] links = new MatchExtractor().Extract(values, n, m);
            (int count, double sum) = Reference.BestMatching(Reference.Matrix(values, n, m));
            links.Length.ShouldBe(count);
            links.Sum(link => (double)link.Probability).ShouldBe(sum, 1e-5);
            links.Select(link => link.Link.Source).ShouldBeUnique();
            links.Select(link => link.Link.Target).ShouldBeUnique();
            links.ShouldAllBe(link => values[(link.Link.Source * m) + link.Link.Target] == link.Probability);
        }
    }

    [Fact]
    public void Argmax_of_a_matrix_by_hand() => Links(new ArgMaxExtractor(), [.9f, .8f, .1f, .7f, .6f, .3f], 2, 3)
        .ShouldBe(Alignment.Of(new Link(0, 0)));

    [Fact]
    public void Directions_of_a_matrix_by_hand()
    {
        float[] values = [.9f, .8f, .1f, .7f, .6f, .3f];
        Links(new ForwardExtractor(), values, 2, 3).ShouldBe(Alignment.Of(new Link(0, 0), new Link(1, 0)));
        Links(new ReverseExtractor(), values, 2, 3)
            .ShouldBe(Alignment.Of(new Link(0, 0), new Link(0, 1), new Link(1, 2)));
    }

    /// <summary>
    /// First 0-0 alone: rows 1 and 2 prefer column 0. Then row 1 prefers column 1 (0.7 > 0.9 · 0.72), and row 2 column
    /// 0 (0.9 · 0.8 > 0.3), which prefers it too.
    /// </summary>
    [Fact]
    public void Itermax_of_a_matrix_by_hand() => Links(
        new IterMaxExtractor(new IterMaxOptions()),
        [.95f, .1f, .1f, .72f, .7f, .1f, .8f, .2f, .3f],
        3,
        3).ShouldBe(Alignment.Of(new Link(0, 0), new Link(1, 1), new Link(2, 0)));

    [Fact]
    public void Itermax_of_a_side_of_two_words_is_argmax()
    {
        foreach ((float[] values, int n, int m) in RandomMatrices.Of(2000, 4)
            .Where(matrix => Math.Min(matrix.Rows, matrix.Columns) <= 2))
        {
            Links(new IterMaxExtractor(new IterMaxOptions()), values, n, m)
                .ShouldBe(Links(new ArgMaxExtractor(), values, n, m));
        }
    }

    [Fact]
    public void Match_prefers_the_sum_to_the_best_single_link_and_never_links_zeros()
    {
        Links(new MatchExtractor(), [.9f, .8f, .7f, .1f], 2, 2)
            .ShouldBe(Alignment.Of(new Link(0, 1), new Link(1, 0)));
        Links(new MatchExtractor(), [0f, 0f, 0f, .2f], 2, 2).ShouldBe(Alignment.Of(new Link(1, 1)));
        Links(new MatchExtractor(), [1f, .1f, .1f, 0f], 2, 2)
            .ShouldBe(Alignment.Of(new Link(0, 1), new Link(1, 0)), "more links come before a larger sum");
    }

    [Theory]
    [InlineData(1.1, 2)]
    [InlineData(double.NaN, 2)]
    [InlineData(0.9, 0)]
    public void Options_out_of_range_are_refused(double scale, int rounds) => Should.Throw<ArgumentException>(
        () => new IterMaxExtractor(new IterMaxOptions { LinkedWordScale = scale, Rounds = rounds }));

    private static Alignment Links(ILinkExtractor extractor, float[] values, int n, int m) =>
        Alignment.Of(extractor.Extract(values, n, m).Select(link => link.Link));

    private static Alignment Of(bool[,] links) => Alignment.Of(
        from i in Enumerable.Range(0, links.GetLength(0))
        from j in Enumerable.Range(0, links.GetLength(1))
        where links[i, j]
        select new Link(i, j));
}
