using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Tests.Lexicon;

public class CognatePriorTests
{
    [Theory]
    [InlineData("7", "7", 1)] // the same
    [InlineData("nation", "nacion", 0.125 + (1.25 * ((5 / 6.0) - 0.6)))] // one of six letters substituted
    [InlineData("adresse", "address", 0.125 + (1.25 * ((5 / 7.0) - 0.6)))] // one inserted, one deleted
    [InlineData("abcde", "abcxy", 0.125)] // 0.6: just enough
    [InlineData("abcdef", "abcxyz", 0)] // 0.5
    [InlineData("vin", "via", 0)] // too short to be compared
    [InlineData("abcd", "abcdefg", 0)] // too different in length
    public void Likeness_is_that_of_the_edit_distance(string one, string other, double expected)
    {
        CognatePrior.Count(one, other).ShouldBe((float)expected, 1e-6f);
        CognatePrior.Count(other, one).ShouldBe((float)expected, 1e-6f);
    }

    [Fact]
    public void Words_too_long_to_compare_must_be_the_same()
    {
        string word = new('a', 5000);

        CognatePrior.Count(word, word).ShouldBe(1);
        CognatePrior.Count(word, word + "b").ShouldBe(0);
    }

    [Fact]
    public void Only_pairs_that_meet_are_found_and_case_does_not_matter() =>
        Found("Paris ist schön ||| PARIS is lovely", "isten ||| paris").ShouldBe(["Paris-PARIS 1"]);

    [Fact]
    public void Frequent_words_are_left_to_the_text()
    {
        string[] often = [.. Enumerable.Repeat("Paris London ||| Paris", 25)];

        Found([.. often, "Paris London ||| London"]).ShouldBe(["Paris-Paris 1", "London-London 1"]);
        Found([.. often, .. often, "Paris London ||| London"]).ShouldBeEmpty();
        Found([.. often, .. often, "London ||| London"]).ShouldBe(["Paris-Paris 1"]); // 50 times
    }

    [Fact]
    public void Values_of_factors_are_compared_once_however_many_words_have_them()
    {
        ParallelCorpus corpus = Bitexts.Corpus("nation nations ||| nacion naciones", "nationale ||| nacion");
        Factoring factoring = new(
            [new NormalizationOptions { StemLength = 6 }], corpus.SourceVocabulary, corpus.TargetVocabulary);
        CooccurrenceIndex index =
            CooccurrenceIndexBuilder.Build(corpus, [], long.MaxValue, new ParallelOptions());

        CognatePrior.Find(FactoredPairs.All(index, factoring)[1], new ParallelOptions())
            .ShouldBe([new WordPairCount(0, 0, CognatePrior.Count("nation", "nacion"))]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Number_of_threads_changes_nothing(int threads)
    {
        string[] pairs = Bitexts.Synthetic(pairs: 300, types: 300, maxLength: 6);

        Found(pairs, threads).ShouldBe(Found(pairs, 1));
    }

    private static string[] Found(params string[] pairs) => Found(pairs, threads: 2);

    private static string[] Found(string[] pairs, int threads)
    {
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads };
        CooccurrenceIndex index = CooccurrenceIndexBuilder.Build(Bitexts.Corpus(pairs), [], long.MaxValue, parallel);
        return [.. CognatePrior.Find(FactoredPairs.OfWords(index), parallel).Select(prior =>
            $"{index.Corpus.SourceVocabulary[prior.Source]}-{index.Corpus.TargetVocabulary[prior.Target]} "
            + $"{prior.Count}")];
    }
}
