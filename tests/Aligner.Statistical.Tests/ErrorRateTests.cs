using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Evaluation;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Tests;

/// <summary>Whether the methods align well: measured error rates with a margin.</summary>
public class ErrorRateTests
{
    [Theory]
    [InlineData("ibm1", "german-english", 0.33)]
    [InlineData("ibm1", "french-english", 0.27)]
    [InlineData("ibm2", "german-english", 0.26)]
    [InlineData("ibm2", "french-english", 0.24)]
    [InlineData("hmm", "german-english", 0.17)]
    [InlineData("hmm", "french-english", 0.17)]
    [InlineData("statistical", "german-english", 0.14)]
    [InlineData("statistical", "french-english", 0.14)]
    public void Forty_everyday_sentences_teach_something(string method, string sample, double bound) =>
        ErrorRate(Samples.Train(method, Samples.Bitext(sample)), Samples.Gold(sample)).ShouldBeLessThan(bound);

    /// <summary>Trained on the 447 test pairs alone, where fast_align has 0.298 and eflomal 0.180.</summary>
    [Theory]
    [InlineData("ibm2", true, 0.31)]
    [InlineData("hmm", true, 0.18)]
    [InlineData("statistical", false, 0.14)]
    public void Few_parliamentary_sentences_are_aligned_as_well_as_peers_do(
        string method, bool lowercase, double bound)
    {
        TextOptions text = new() { Normalization = new NormalizationOptions { Lowercase = lowercase } };
        BitextReader bitext = BitextReader.Open(
            TestData.File("gold/wpt03-en-fr-test/src.txt"), TestData.File("gold/wpt03-en-fr-test/tgt.txt"));

        TrainingResult trained = Samples.Train(method, bitext, text);

        ErrorRate(trained, Samples.ReadGold(TestData.File("gold/wpt03-en-fr-test/gold.txt"))).ShouldBeLessThan(bound);
    }

    private static double ErrorRate(TrainingResult trained, GoldAlignment[] gold)
    {
        IReadOnlyList<Alignment> alignments = Samples.Align(trained);
        alignments.Count.ShouldBe(gold.Length);
        return LinkCounts.Sum([.. alignments.Zip(gold, LinkCounts.Count)]).Aer;
    }
}
