using Aligner.Statistical.Ibm1;

namespace Aligner.Statistical.Tests.Ibm1;

public class Ibm1KernelTests
{
    [Fact]
    public void Posteriors_are_shares_of_the_word_and_NULL_has_the_rest()
    {
        // Two source words, rows of three columns.
        float[] posteriors = [9, 9, 9, 9, 9, 9];

        double logProbability = Ibm1Kernel.Posteriors([0.3f, 0.5f, 0, 0.1f, 0, 0], [0.2f, 0.3f], 2, 3, posteriors);

        posteriors.Zip([0.3f, 0.5f, 9, 0.25f, 0, 9]).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        logProbability.ShouldBe(Math.Log(1.0 / 3 * (0.4 / 3)), 1e-6);
    }

    [Fact]
    public void Improbable_words_have_posteriors_too()
    {
        float[] posteriors = new float[2];

        double logProbability = Ibm1Kernel.Posteriors([1e-9f, 1e-9f], [1e-9f], 2, 2, posteriors);

        posteriors.ShouldAllBe(posterior => Math.Abs(posterior - (1f / 3)) < 1e-6);
        logProbability.ShouldBe(Math.Log(1e-9), 1e-5);
    }
}
