using Aligner.Statistical.Decoding;

namespace Aligner.Statistical.Tests.Decoding;

public class DecodingOptionsTests
{
    [Fact]
    public void Every_name_has_a_decoder()
    {
        DecodingOptions.Symmetrizations.ShouldBeUnique();
        foreach (string name in DecodingOptions.Symmetrizations)
        {
            new DecodingOptions { Symmetrization = name }.CreateDecoder(Samples.Train("hmm").Model).ShouldNotBeNull();
        }
    }

    [Fact]
    public void The_network_needs_the_words_of_a_model() =>
        Should.Throw<ArgumentException>(() => new DecodingOptions { Symmetrization = "network" }.CreateDecoder())
            .Message.ShouldContain("needs a model");

    [Fact]
    public void An_unknown_name_is_refused() =>
        Should.Throw<ArgumentException>(() => new DecodingOptions { Symmetrization = "sum" }.CreateDecoder())
            .Message.ShouldContain("'sum'");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void A_threshold_lies_between_0_and_1(double threshold) =>
        Should.Throw<ArgumentException>(() =>
            new DecodingOptions { Symmetrization = "product", Threshold = threshold }.CreateDecoder());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void So_does_that_beside_links(double threshold) =>
        Should.Throw<ArgumentException>(() =>
            new DecodingOptions { Symmetrization = "mean", GrowThreshold = threshold }.CreateDecoder());
}
