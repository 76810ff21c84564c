using Aligner.Statistical.StemLexicons;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Tests.StemLexicons;

public class StemLexiconPriorsTests
{
    private readonly StemLexicon _lexicon;
    private readonly TrainingContext _context = new();

    public StemLexiconPriorsTests()
    {
        StemLexiconBuilder builder = new();
        builder.Add("de-en", [Linked.Pair("gift", "poison"), Linked.Pair("alt", "old")]);
        builder.Add("en-sv", [.. Enumerable.Repeat(Linked.Pair("house", "huset"), 4), Linked.Pair("old", "gammal")]);
        _lexicon = builder.Build(10);
    }

    [Fact]
    public void Words_that_come_together_have_the_counts_of_their_stems_in_the_languages_of_the_text()
    {
        StemLexiconPriors known = StemLexiconPriors.Of(
            _lexicon,
            [
                Bitexts.Tokens("house old ||| HUSET gammal"), Bitexts.Tokens("house houses ||| husets"),
                Bitexts.Tokens("alt poison ||| old gift gammalt"), Bitexts.Tokens("huset ||| house"),
            ],
            new WordNormalizer(new NormalizationOptions()),
            _context);

        known.Languages.ShouldBe("en-sv");
        known.Priors.Words.ShouldBe(
        [
            new("house", "HUSET", 4), new("old", "gammal", 1), new("house", "husets", 4), new("houses", "husets", 4),
            new("huset", "house", 4),
        ]);
        known.Priors.ForwardJumps.ShouldBeEmpty();
    }

    [Fact]
    public void Words_that_normalization_makes_one_count_once() => StemLexiconPriors.Of(
        _lexicon,
        [Bitexts.Tokens("House house ||| HUSET")],
        new WordNormalizer(new NormalizationOptions { Lowercase = true }),
        _context).Priors.Words
        .ShouldBe([new("house", "huset", 4)]);

    [Theory]
    [InlineData("a house b ||| huset c d")] // explains 2 of 6 words, and 0.55 are asked for
    [InlineData("x y z ||| u v w")]
    [InlineData("house old huset gammal ||| house old huset gammal")] // one language on both sides
    public void Other_text_is_left_alone(string pair)
    {
        StemLexiconPriors known = StemLexiconPriors.Of(
            _lexicon, [Bitexts.Tokens(pair)], new WordNormalizer(new NormalizationOptions()), _context);

        known.Languages.ShouldBeNull();
        known.Priors.Words.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_first_of_languages_that_explain_as_much_is_taken(int threads)
    {
        StemLexiconBuilder builder = new();
        foreach (string languages in (string[])["de-en", "nl-en", "af-en"])
        {
            builder.Add(languages, [Linked.Pair(languages == "de-en" ? "haus" : "huis", "house")]);
        }

        StemLexiconPriors.Of(
            builder.Build(10),
            [Bitexts.Tokens("huis ||| house")],
            new WordNormalizer(new NormalizationOptions()),
            new TrainingContext { Threads = threads }).Languages.ShouldBe("nl-en");
    }

    [Fact]
    public void Languages_that_explain_the_first_pairs_alone_are_not_taken() => StemLexiconPriors.Of(
        _lexicon,
        [
            .. Enumerable.Repeat(Bitexts.Tokens("alt ||| old"), 6),
            .. Enumerable.Repeat(Bitexts.Tokens("house ||| huset"), 10),
        ],
        new WordNormalizer(new NormalizationOptions()),
        _context).Languages.ShouldBe("en-sv");

    [Fact]
    public void A_text_without_pairs_has_no_languages() =>
        StemLexiconPriors.Of(_lexicon, [], new WordNormalizer(new NormalizationOptions()), _context)
            .Languages.ShouldBeNull();
}
