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
    public void Every_factor_has_values_of_its_own()
    {
        _factoring.Count.ShouldBe(3);
        _factoring.Source[0].Values.Words.ShouldBe(["haus", "häuse", ",", "hausb"]);
        _factoring.Target[0].Values.Words.ShouldBe(["house", "the", ","]);
        _factoring.Source[1].Values.Words.ShouldBe(["H", "h", ","]);
        EncodedPair first = _factoring.Encode(_corpus, 0), third = _factoring.Encode(_corpus, 2);
        Numbers(first.Source).ShouldBe([[0, 1, 2], [0, 1, 0], [0, 0, 1]]);
        Numbers(third.Source)[1].ShouldBe([0, 2, 3]);
        Numbers(third.Target)[1].ShouldBe([1, 0, 2]);
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
