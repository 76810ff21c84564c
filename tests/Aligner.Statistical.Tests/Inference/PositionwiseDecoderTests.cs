using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Tests.Inference;

public class PositionwiseDecoderTests
{
    [Theory]
    [InlineData(0.2f, 0.5f, 1)]
    [InlineData(0.5f, 0.2f, 0)]
    [InlineData(0.4f, 0.4f, 0)] // a tie goes to the first
    [InlineData(0.3f, 0.3f, -1)] // NULL has 0.4
    [InlineData(0.5f, 0, -1)] // so does a tie with NULL
    public void The_best_posterior_wins(float first, float second, int expected)
    {
        Lattice lattice = new();
        lattice.Resize(2, 1);
        lattice.Posteriors[0] = first;
        lattice.Posteriors[1] = second;
        int[] links = [7];

        PositionwiseDecoder.Decode(lattice, links);

        links.ShouldBe([expected]);
        lattice.NullPosterior(0).ShouldBe(1 - first - second, 1e-6f);
    }
}
