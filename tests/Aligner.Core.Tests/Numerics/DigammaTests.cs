using Aligner.Core.Numerics;

namespace Aligner.Core.Tests.Numerics;

public class DigammaTests
{
    private const double EulerGamma = 0.57721566490153286;

    public static TheoryData<double, double> KnownValues => new()
    {
        { 1, -EulerGamma },
        { 0.5, -EulerGamma - (2 * Math.Log(2)) },
        { 0.25, -EulerGamma - (Math.PI / 2) - (3 * Math.Log(2)) },
        { 3, 1.5 - EulerGamma },
        { 10, (7129.0 / 2520) - EulerGamma }, // H_9 − γ
    };

    [Theory]
    [MemberData(nameof(KnownValues))]
    public void Known_values_are_met(double x, double expected) => Digamma.Value(x).ShouldBe(expected, 1e-9);

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.37)]
    [InlineData(2.99)]
    [InlineData(5.5)]
    [InlineData(80)]
    [InlineData(999.9)]
    public void The_duplication_formula_holds(double x)
    {
        double doubled = ((Digamma.Value(x) + Digamma.Value(x + 0.5)) / 2) + Math.Log(2);
        Digamma.Value(2 * x).ShouldBe(doubled, 2e-9);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.01, 0)] // ψ is about −100
    [InlineData(1, 0.56145948356688516)] // exp(−γ)
    [InlineData(1e6, 999999.5)] // exp ψ(x) ≈ x − 1/2
    public void The_exponential_vanishes_for_small_counts_and_follows_large_ones(double x, double expected) =>
        Digamma.Exp(x).ShouldBe(expected, 1e-3 * Math.Min(1, x + 1e-6));

    [Fact]
    public void The_exponential_has_no_visible_step_where_it_is_cut_off() => Digamma.Exp(0.0214).ShouldBe(0, 1e-19);
}
