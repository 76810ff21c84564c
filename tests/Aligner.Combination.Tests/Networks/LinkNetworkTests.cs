using Aligner.Combination.Networks;

namespace Aligner.Combination.Tests.Networks;

public class LinkNetworkTests
{
    private static readonly LinkNetwork Network = new()
    {
        Features = ["first", "second"],
        Weights = [1, -1, 0, 2],
        HiddenBiases = [0.5f, 0],
        Output = [2, 1],
        Direct = [0.25f, -0.5f],
        Bias = 0.125f,
    };

    [Fact]
    public void A_hidden_layer_and_the_features_themselves_give_the_probability()
    {
        // x = (1, 3): hidden tanh(1.5) and tanh(5); 0.125 + 0.25 - 1.5 + 2 tanh(1.5) + tanh(5).
        double logOdds = -1.125 + (2 * Math.Tanh(1.5)) + Math.Tanh(5);
        Network.Probability([1, 3], new float[2]).ShouldBe((float)(1 / (1 + Math.Exp(-logOdds))), 1e-5f);
    }

    [Fact]
    public void Probabilities_are_those_of_the_features_at_hand()
    {
        float[] hidden = new float[2];
        float first = Network.Probability([1, 3], hidden);
        Network.Probability([-1, 0], hidden);
        Network.Probability([1, 3], hidden).ShouldBe(first);
    }

    [Fact]
    public void Numbers_that_do_not_fit_together_are_refused()
    {
        Network.Validate();
        Should.Throw<ArgumentException>((Network with { Features = ["first"] }).Validate);
        Should.Throw<ArgumentException>((Network with { Direct = [1] }).Validate);
        Should.Throw<ArgumentException>((Network with { HiddenBiases = [1] }).Validate);
        Should.Throw<ArgumentException>((Network with { Output = [1, 1, 1] }).Validate);
        Should.Throw<ArgumentException>((Network with { Weights = [1, 2, 3] }).Validate);
        Should.Throw<ArgumentException>((Network with { Bias = float.NaN }).Validate);
        Should.Throw<ArgumentException>((Network with { Output = [1, float.PositiveInfinity] }).Validate);
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void Hidden_units_find_room_on_the_stack(int units, bool isFit)
    {
        LinkNetwork network = Network with
        {
            Weights = new float[2 * units],
            HiddenBiases = new float[units],
            Output = new float[units],
        };
        if (isFit)
        {
            network.Validate();
        }
        else
        {
            Should.Throw<ArgumentException>(network.Validate);
        }
    }
}
