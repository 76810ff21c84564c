namespace Aligner.Core.Tests;

public class OptionChecksTests
{
    [Theory]
    [InlineData(-1, "")]
    [InlineData(0, "AtLeastZero Fraction")]
    [InlineData(0.5, "AtLeastZero Positive Probability Fraction")]
    [InlineData(1, "AtLeastZero Positive Fraction")]
    [InlineData(2, "AtLeastZero Positive")]
    [InlineData(double.PositiveInfinity, "")]
    [InlineData(double.NaN, "")]
    public void A_value_passes_the_checks_that_hold(double value, string passed)
    {
        (string Name, Action Check)[] checks =
        [
            ("AtLeastZero", () => OptionChecks.AtLeastZero(value)),
            ("Positive", () => OptionChecks.Positive(value)),
            ("Probability", () => OptionChecks.Probability(value)),
            ("Fraction", () => OptionChecks.Fraction(value)),
        ];

        string.Join(' ', checks.Where(item => Passes(item.Check)).Select(item => item.Name)).ShouldBe(passed);
    }

    [Fact]
    public void The_error_names_the_option()
    {
        double temperature = -1;

        Should.Throw<ArgumentOutOfRangeException>(() => OptionChecks.Positive(temperature))
            .ParamName.ShouldBe(nameof(temperature));
    }

    private static bool Passes(Action check)
    {
        try
        {
            check();
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
