using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Tests.Lexicon;

public class LinkLexiconTests
{
    private const double Floor = 0.1;

    private readonly ParallelCorpus _corpus = Bitexts.Corpus("a b ||| x y", "ab ||| x", "a c ||| x z");
    private readonly FactoredLexicon _forward;
    private readonly FactoredLexicon _reverse;

    public LinkLexiconTests()
    {
        (int c, int x) = (_corpus.SourceVocabulary.Find("c"), _corpus.TargetVocabulary.Find("x"));
        LinkLexicon lexicon = new(_corpus, [new WordPairCount(c, x, 2)]);

        // a–x b–y; ab–x; a–x a–z, and c is not linked. Cells are j·n + i.
        lexicon.Count(0, [0, 3]);
        lexicon.Count(1, [0]);
        lexicon.Count(2, [0, 2]);
        Factoring factoring =
            new([new NormalizationOptions { StemLength = 1 }], _corpus.SourceVocabulary, _corpus.TargetVocabulary);
        (_forward, _reverse) = lexicon.ToLexicons(factoring, Floor);
    }

    [Theory]
    [InlineData("a", "x", 2.0 / 3)]
    [InlineData("a", "z", 1.0 / 3)]
    [InlineData("b", "y", 1)]
    [InlineData("ab", "x", 1)]
    [InlineData("c", "x", 1)]
    [InlineData("c", "z", Floor / 3)]
    public void Words_have_their_share_of_the_links(string source, string target, double expected) =>
        _forward.Tables[0][_corpus.SourceVocabulary.Find(source), _corpus.TargetVocabulary.Find(target)]
            .ShouldBe((float)expected, 1e-6f);

    [Theory]
    [InlineData("x", "a", 2.0 / 5)]
    [InlineData("x", "ab", 1.0 / 5)]
    [InlineData("x", "c", 2.0 / 5)]
    [InlineData("z", "a", 1)]
    [InlineData("z", "c", Floor / 4)]
    public void So_they_have_in_the_reverse_direction(string target, string source, double expected) =>
        _reverse.Tables[0][_corpus.TargetVocabulary.Find(target), _corpus.SourceVocabulary.Find(source)]
            .ShouldBe((float)expected, 1e-6f);

    [Fact]
    public void Factors_add_the_links_of_their_words()
    {
        // a and ab share the stem a, the first value: linked to x three times and to z once.
        _forward.Tables[1][0, 0].ShouldBe(3f / 4, 1e-6f);
        _reverse.Tables[1][0, 0].ShouldBe(3f / 5, 1e-6f);
    }

    [Fact]
    public void Unlinked_words_come_from_NULL()
    {
        // c once, and four words with a pseudo-count of 0.01; no target word.
        _reverse.Tables[0].Null(_corpus.SourceVocabulary.Find("c")).ShouldBe(1.01f / 1.04f, 1e-6f);
        _reverse.Tables[1].Null(2).ShouldBe(1.01f / 1.03f, 1e-6f);
        _forward.Tables[0].Null(0).ShouldBe(1f / 3, 1e-6f);
    }
}
