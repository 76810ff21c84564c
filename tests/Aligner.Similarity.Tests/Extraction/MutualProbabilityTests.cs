using Aligner.Core.Alignments;
using Aligner.Similarity.Extraction;
using Aligner.Similarity.Extraction.Entmax;
using Aligner.Similarity.Extraction.Softmax;

namespace Aligner.Similarity.Tests.Extraction;

public class MutualProbabilityTests
{
    [Theory]
    [InlineData(0.001, 1)]
    [InlineData(0.1, 0.2)]
    public void Softmax_links_and_scores_as_the_reference(double threshold, double temperature) => Compare(
        new SoftmaxExtractor(new SoftmaxOptions { Threshold = threshold, Temperature = temperature }),
        Reference.Softmax,
        threshold,
        temperature);

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(0.2, 0.3)]
    public void Entmax_links_and_scores_as_the_reference(double threshold, double temperature) => Compare(
        new EntmaxExtractor(new EntmaxOptions { Threshold = threshold, Temperature = temperature }),
        Reference.Entmax,
        threshold,
        temperature);

    /// <summary>z/2 = (1, 0.5, −1): with two in the support τ = 0.75 − √((1 − 0.125)/2) > −1.</summary>
    [Fact]
    public void Entmax_of_a_row_by_hand()
    {
        float[] row = [2, 1, -2];
        EntmaxKernel.Entmax15(row);
        double threshold = 0.75 - Math.Sqrt(0.4375);
        row[0].ShouldBe((float)Math.Pow(1 - threshold, 2), 1e-6f);
        row[1].ShouldBe((float)Math.Pow(0.5 - threshold, 2), 1e-6f);
        row[2].ShouldBe(0);
        row.Sum().ShouldBe(1, 1e-6);
    }

    /// <summary>
    /// Rows (ln 3, 0) and (0, 0) give ¾ and ½ each way; the scores use softmaxes of a √2-th of the logarithm.
    /// </summary>
    [Fact]
    public void Softmax_of_a_matrix_by_hand()
    {
        float[] values = [MathF.Log(3), 0, 0, 0];
        ScoredLink[] links = new SoftmaxExtractor(new SoftmaxOptions { Threshold = 0.4 }).Extract(values, 2, 2);
        links.Select(link => link.Link).ShouldBe([new Link(0, 0), new Link(1, 1)]);
        double root = Math.Pow(3, 1 / Math.Sqrt(2));
        links[0].Probability.ShouldBe((float)(root / (root + 1)), 1e-6f);
        links[1].Probability.ShouldBe(0.5f, 1e-6f);
    }

    [Fact]
    public void Scores_of_any_size_give_finite_probabilities()
    {
        ScoredLink[] links = new SoftmaxExtractor(new SoftmaxOptions()).Extract([1e6f, -1e6f, -1e6f, 1e6f], 2, 2);
        links.ShouldBe([new(new Link(0, 0), 1), new(new Link(1, 1), 1)]);
    }

    private static void Compare(
        ILinkExtractor extractor, Func<double[], double[]> normalize, double threshold, double temperature)
    {
        foreach ((float[] values, int n, int m) in RandomMatrices.Of(1500, 7))
        {
            double[,] s = Reference.Matrix(values, n, m);
            double[,] forward = Reference.ByRows(s, row => normalize(Scale(row, temperature)));
            double[,] reverse = Reference.ByColumns(s, column => normalize(Scale(column, temperature)));
            double[,] f = Reference.ByRows(s, row => Reference.Softmax(Scale(row, temperature * Math.Sqrt(m))));
            double[,] r = Reference.ByColumns(s, col => Reference.Softmax(Scale(col, temperature * Math.Sqrt(n))));
            Dictionary<Link, float> links =
                extractor.Extract(values, n, m).ToDictionary(link => link.Link, link => link.Probability);
            for (int k = 0; k < values.Length; k++)
            {
                (int i, int j) = (k / m, k % m);
                double weaker = Math.Min(forward[i, j], reverse[i, j]);
                if (Math.Abs(weaker - threshold) > 1e-6)
                {
                    links.ContainsKey(new Link(i, j)).ShouldBe(weaker > threshold);
                }

                if (links.TryGetValue(new Link(i, j), out float score))
                {
                    ((double)score).ShouldBe(2 * f[i, j] * r[i, j] / (f[i, j] + r[i, j]), 1e-5);
                }
            }
        }
    }

    private static double[] Scale(double[] scores, double temperature) => [.. scores.Select(x => x / temperature)];
}
