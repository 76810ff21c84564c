using Aligner.Core.Corpora;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Coverage;
using Aligner.Statistical.Inflections;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Statistical.Priors;
using Aligner.Statistical.Tests.Experts;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Tests.Coverage;

public class WordCoverageTests
{
    // 'prior' came with the priors alone.
    private static readonly StatisticalModel Model = new(
        StatisticalMethods.Get("hmm"),
        new TextOptions(),
        MaxLength: 100,
        new Vocabulary(["the", "house", "wine,", "prior"]),
        new Vocabulary(["Das", "Haus", "Wein."]),
        new WordFrequencies([2, 1, 1, 0]),
        new WordFrequencies([4, 1, 1]),
        StubModel.Both,
        InflectionModel.None);

    [Theory]
    [InlineData("the Das house Haus", 2, null)]
    [InlineData("the Das prior Haus a b", 1, null)]
    [InlineData("Das the Haus house the house", 0, CoverageCause.Exchanged)]
    [InlineData("The das House haus", 0, CoverageCause.Case)]
    [InlineData("DAS THE", 0, CoverageCause.ExchangedCase)]
    [InlineData("wine Wein", 0, CoverageCause.Punctuation)]
    [InlineData("cat Katze", 0, null)]
    public void Priors_are_known_if_both_words_come_in_the_text(string words, long known, CoverageCause? cause)
    {
        WordCoverage coverage = PriorCoverage.Of(
            AlignmentPriors.None with
            {
                Words = [.. words.Split(' ').Chunk(2).Select(pair => new WordPairPrior(pair[0], pair[1], 1))],
            },
            Model);
        coverage.Known.ShouldBe(known);
        coverage.Cause.ShouldBe(cause);
        coverage.Count.ShouldBe(words.Split(' ').Length / 2);
    }

    [Fact]
    public void A_model_knows_words_of_its_side()
    {
        ModelCoverage coverage = new(Model);
        coverage.Add(new TokenizedPair(["the", "house", "is"], ["the", "house", "Haus"]));
        coverage.Source.ShouldBe(new WordCoverage(3, 2, null, 2));
        coverage.Target.ShouldBe(new WordCoverage(3, 1, null, 1)); // 2 by exchange are not more than twice as many
        coverage.Add(new TokenizedPair([], ["the"]));
        coverage.Target.ShouldBe(new WordCoverage(4, 1, CoverageCause.Exchanged, 3));
    }
}
