using Aligner.Combination.Adaptation;

namespace Aligner.Combination.Tests.Adaptation;

public sealed class RidgeLogisticTests
{
    private const double Step = 1e-5;

    /// <summary>
    /// One example of label 1 and z = 1, log-odds 0 and λ = 1: v is the root of σ(v) − 1 + v, which is 0.4010581.
    /// </summary>
    [Fact]
    public void An_example_is_followed_as_far_as_the_prior_lets()
    {
        double[] fitted = RidgeLogistic.Fit([new Example([1], -1, -1, 0, 1, 1)], [0], [1], default);
        fitted[0].ShouldBe(0.4010581, 1e-4);
    }

    /// <summary>Three of four are right, and the prior is weak: the log-odds are ln 3.</summary>
    [Fact]
    public void Under_a_weak_prior_the_odds_are_those_of_the_examples()
    {
        Example[] examples = [.. Enumerable.Range(0, 4).Select(k => new Example([1], -1, -1, 2, k < 3 ? 1 : 0, 1))];
        double[] fitted = RidgeLogistic.Fit(examples, [0], [1e-9], default);
        (2 + fitted[0]).ShouldBe(Math.Log(3), 1e-3);
    }

    [Fact]
    public void Under_a_strong_prior_nothing_moves() =>
        Math.Abs(RidgeLogistic.Fit([new Example([1], -1, -1, 0, 1, 1)], [0], [1e9], default)[0]).ShouldBeLessThan(1e-8);

    /// <summary>Where the loss is least, it rises in every direction.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_step_from_the_minimum_lowers_the_loss(int seed)
    {
        Random random = new(seed);
        Example[] examples =
        [
            .. Enumerable.Range(0, 60).Select(_ => new Example(
                [random.NextSingle() - 0.5f, random.NextSingle(), 1],
                random.Next(-1, 2) is var source and >= 0 ? 3 + source : -1,
                random.Next(-1, 2) is var target and >= 0 ? 5 + target : -1,
                random.NextDouble() - 0.5,
                random.Next(3) / 2f,
                1 + random.NextSingle())),
        ];
        double[] penalties = [0.5, 1, 2, 0.1, 0.2, 0.3, 0.4];
        double[] fitted = RidgeLogistic.Fit(examples, new double[7], penalties, default);
        double least = Loss(fitted);
        for (int k = 0; k < fitted.Length; k++)
        {
            foreach (double step in (double[])[-0.05, 0.05])
            {
                double[] moved = [.. fitted];
                moved[k] += step;
                Loss(moved).ShouldBeGreaterThan(least);
            }

            double[] up = [.. fitted], down = [.. fitted];
            (up[k], down[k]) = (up[k] + Step, down[k] - Step);
            ((Loss(up) - Loss(down)) / (2 * Step)).ShouldBe(0, 0.02);
        }

        // −t ln p − (1 − t) ln (1 − p) and ½ λ v², written plainly.
        double Loss(double[] v) =>
            examples.Sum(example =>
            {
                double a = example.LogOdds
                    + example.Dense.Select((value, k) => value * v[k]).Sum()
                    + (example.Source < 0 ? 0 : v[example.Source])
                    + (example.Target < 0 ? 0 : v[example.Target]);
                double p = 1 / (1 + Math.Exp(-a));
                return -example.Weight * ((example.Label * Math.Log(p)) + ((1 - example.Label) * Math.Log(1 - p)));
            })
            + v.Select((value, k) => penalties[k] * value * value / 2).Sum();
    }

    [Fact]
    public void Fitting_can_be_cancelled() => Should.Throw<OperationCanceledException>(() => RidgeLogistic.Fit(
        [new Example([1], -1, -1, 0, 1, 1)], [0], [1], new CancellationToken(canceled: true)));
}
