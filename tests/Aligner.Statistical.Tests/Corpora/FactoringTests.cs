using Aligner.Core.Corpora;
using Aligner.Statistical.Corpora;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Tests.Corpora;

public class FactoringTests
{
    private static readonly NormalizationOptions[] Spellings =
        [new() { Lowercase = true, StemLength = 5 }, new() { StemLength = 1 }];

    private static readonly string[] Pairs =
        ["Haus Häuser haus ||| House houses", " ||| nothing", "Haus , Hausboot ||| the HOUSEBOAT ,", "a b c d ||| x"];

    private readonly Vocabulary _source = new();
    private readonly Vocabulary _target = new();
    private readonly ParallelCorpus _corpus;
    private readonly Factoring _factoring;

    public FactoringTests()
    {
        _corpus = Encoder(factoring: null).Collect(Bitexts.Text(Pairs), TextStorage.Memory, CancellationToken.None);
        _factoring = new Factoring(Spellings, _source, _target);
    }

    [Fact]
    public void Every_factor_has_a_corpus_of_its_own_values()
    {
        IReadOnlyList<ParallelCorpus> factors = _factoring.Apply(_corpus);

        _factoring.Count.ShouldBe(3);
        factors.Count.ShouldBe(3);
        factors[0].ShouldBeSameAs(_corpus);
        factors.ShouldAllBe(factor => factor.Count == Pairs.Length);
        factors.ShouldAllBe(factor => factor.SourceMemory(1).IsEmpty && factor.TargetMemory(1).IsEmpty);
        factors[1].SourceVocabulary.Words.ShouldBe(["haus", "häuse", ",", "hausb"]);
        factors[1].TargetVocabulary.Words.ShouldBe(["house", "the", ","]);
        factors[1].Source(0).ToArray().ShouldBe([0, 1, 0]);
        factors[1].Source(2).ToArray().ShouldBe([0, 2, 3]);
        factors[1].Target(2).ToArray().ShouldBe([1, 0, 2]);
        factors[2].SourceVocabulary.Words.ShouldBe(["H", "h", ","]);
        factors[2].Source(0).ToArray().ShouldBe([0, 0, 1]);
    }

    [Fact]
    public void Training_text_is_encoded_as_the_same_text_read_again()
    {
        PairEncoder encoder = Encoder(_factoring);
        for (int pair = 0; pair < Pairs.Length; pair++)
        {
            EncodedPair encoded = _factoring.Encode(_corpus, pair);
            EncodedPair again = encoder.Encode(Bitexts.Tokens(Pairs[pair]));
            again.IsEmpty.ShouldBe(encoded.IsEmpty);
            Numbers(again.Source).ShouldBe(Numbers(encoded.Source));
            Numbers(again.Target).ShouldBe(Numbers(encoded.Target));
        }

        Enumerable.Range(0, Pairs.Length).Where(pair => _factoring.Encode(_corpus, pair).IsEmpty).ShouldBe([1, 3]);
    }

    [Fact]
    public void An_unknown_word_is_known_by_its_spellings()
    {
        EncodedPair pair = Encoder(_factoring).Encode(new TokenizedPair(["Häusern", "xyz"], ["Housewives"]));

        Numbers(pair.Source).ShouldBe([[-1, -1], [1, -1], [0, -1]]);
        Numbers(pair.Target).ShouldBe([[-1], [0], [0]]);
    }

    private PairEncoder Encoder(Factoring? factoring) =>
        new(new TextOptions(), _source, _target, factoring, maxLength: 3);

    private static int[][] Numbers(EncodedSentence sentence) => sentence.Length == 0
        ? []
        : [.. sentence.Factors.Select(factor => factor.ToArray())];
}
