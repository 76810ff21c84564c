using Aligner.Core.Alignments;
using Aligner.Similarity.Extraction.OptimalTransport;

namespace Aligner.Similarity.Tests.Extraction;

public class OptimalTransportTests
{
    private const double Epsilon = 0.1;

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.01)]
    public void A_balanced_plan_keeps_all_masses(double epsilon)
    {
        foreach ((float[] values, int n, int m) in RandomMatrices.Of(200, 9))
        {
            double[] plan = Plan(values, n, m, new() { Regularization = epsilon });
            Rows(plan, n).ShouldAllBe(sum => Math.Abs(sum - (1.0 / n)) < 1e-9);
            Columns(plan, m).ShouldAllBe(sum => Math.Abs(sum - (1.0 / m)) < 1e-9);
            plan.ShouldAllBe(share => share >= 0);
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.8)]
    [InlineData(1)]
    public void A_partial_plan_moves_its_mass_and_no_word_more_than_it_has(double mass)
    {
        foreach ((float[] values, int n, int m) in RandomMatrices.Of(200, 9))
        {
            double[] plan = Plan(values, n, m, new() { Form = TransportForm.Partial, MovedMass = mass });
            plan.Sum().ShouldBe(mass, 1e-9);
            Rows(plan, n).ShouldAllBe(sum => sum < (1.0 / n) + 1e-9);
            Columns(plan, m).ShouldAllBe(sum => sum < (1.0 / m) + 1e-9);
        }
    }

    [Fact]
    public void A_balanced_plan_is_that_of_plain_sinkhorn_scaling()
    {
        foreach ((float[] values, int n, int m) in RandomMatrices.Of(100, 8))
        {
            double[,] kernel = Kernel(values, n, m);
            double[] u = [.. Enumerable.Repeat(1.0, n)];
            double[] v = [.. Enumerable.Repeat(1.0, m)];
            for (int step = 0; step < 10_000; step++)
            {
                u = [.. Enumerable.Range(0, n).Select(
                    i => 1.0 / n / Enumerable.Range(0, m).Sum(j => kernel[i, j] * v[j]))];
                v = [.. Enumerable.Range(0, m).Select(
                    j => 1.0 / m / Enumerable.Range(0, n).Sum(i => kernel[i, j] * u[i]))];
            }

            Compare(Plan(values, n, m, new()), u, v, kernel);
        }
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.9)]
    public void An_unbalanced_plan_is_that_of_plain_scaling_with_a_power(double weight)
    {
        double power = weight / (weight + Epsilon);
        foreach ((float[] values, int n, int m) in RandomMatrices.Of(100, 8))
        {
            double[,] kernel = Kernel(values, n, m);
            double[] u = [.. Enumerable.Repeat(1.0, n)];
            double[] v = [.. Enumerable.Repeat(1.0, m)];
            for (int step = 0; step < 2000; step++)
            {
                u = [.. Enumerable.Range(0, n).Select(
                    i => Math.Pow(1.0 / n / Enumerable.Range(0, m).Sum(j => kernel[i, j] * v[j]), power))];
                v = [.. Enumerable.Range(0, m).Select(
                    j => Math.Pow(1.0 / m / Enumerable.Range(0, n).Sum(i => kernel[i, j] * u[i]), power))];
            }

            Compare(
                Plan(values, n, m, new() { Form = TransportForm.Unbalanced, MarginalWeight = weight }), u, v, kernel);
        }
    }

    /// <summary>Of all plans within the limits that were tried at random none costs less.</summary>
    [Fact]
    public void A_partial_plan_costs_least()
    {
        Random random = new(3);
        foreach ((float[] values, int n, int m) in RandomMatrices.Of(100, 5))
        {
            OptimalTransportOptions options = new() { Form = TransportForm.Partial, MovedMass = 0.6 };
            double[] best = Plan(values, n, m, options);
            double[] other = Plan([.. values.Select(_ => random.NextSingle())], n, m, options);
            double lowest = Objective(best, values);
            foreach (double share in new[] { 0.001, 0.01, 0.1, 0.5 })
            {
                double[] mixed = [.. best.Zip(other, (x, y) => ((1 - share) * x) + (share * y))];
                Objective(mixed, values).ShouldBeGreaterThanOrEqualTo(lowest - 1e-9);
            }
        }
    }

    [Fact]
    public void Links_are_the_shares_above_the_threshold_scaled_to_one()
    {
        OptimalTransportExtractor extractor = new(new() { Threshold = 0.5 });
        ScoredLink[] links = extractor.Extract([1, 0, 0, 1], 2, 2);
        links.ShouldBe([new(new Link(0, 0), 1), new(new Link(1, 1), 1)]);
        extractor.Extract([.3f, .9f, .1f], 1, 3).Length.ShouldBe(3, "a single word has to give all its mass");
    }

    [Theory]
    [InlineData(0, 0.5, 0.5)]
    [InlineData(0.1, 1.5, 0.5)]
    [InlineData(0.1, 0.5, -1)]
    public void Options_out_of_range_are_refused(double epsilon, double mass, double threshold) =>
        Should.Throw<ArgumentException>(() => new OptimalTransportExtractor(
            new() { Regularization = epsilon, MovedMass = mass, Threshold = threshold }));

    private static double[] Plan(float[] values, int n, int m, OptimalTransportOptions options)
    {
        double[] plan = new double[values.Length];
        new OptimalTransportExtractor(options).Plan(values, n, m, plan);
        return plan;
    }

    private static double[] Costs(float[] values)
    {
        double range = (double)values.Max() - values.Min();
        return [.. values.Select(value => range > 0 ? 1 - ((value - values.Min()) / range) : 0)];
    }

    private static double Objective(double[] plan, float[] values) =>
        plan.Zip(Costs(values), (p, cost) => (p * cost) + (p > 0 ? Epsilon * p * (Math.Log(p) - 1) : 0)).Sum();

    private static double[,] Kernel(float[] values, int n, int m)
    {
        double[,] kernel = new double[n, m];
        double[] costs = Costs(values);
        for (int k = 0; k < costs.Length; k++)
        {
            kernel[k / m, k % m] = Math.Exp(-costs[k] / Epsilon);
        }

        return kernel;
    }

    private static void Compare(double[] plan, double[] u, double[] v, double[,] kernel)
    {
        for (int k = 0; k < plan.Length; k++)
        {
            (int i, int j) = (k / v.Length, k % v.Length);
            plan[k].ShouldBe(u[i] * kernel[i, j] * v[j], 1e-6);
        }
    }

    private static IEnumerable<double> Rows(double[] plan, int n) =>
        plan.Chunk(plan.Length / n).Select(row => row.Sum());

    private static IEnumerable<double> Columns(double[] plan, int m) =>
        Enumerable.Range(0, m).Select(j => plan.Where((_, k) => k % m == j).Sum());
}
