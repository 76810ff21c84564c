using Aligner.Core.Corpora;
using Aligner.Statistical.Corpora;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Tests.Corpora;

public class PairEncoderTests
{
    private readonly Vocabulary _source = new();
    private readonly Vocabulary _target = new();

    [Fact]
    public void Unusable_pairs_are_counted_and_keep_their_place()
    {
        PairEncoder encoder = Create(maxLength: 2);

        ParallelCorpus corpus = encoder.Collect(
            Bitexts.Text("a b ||| x", " ||| x", "a ||| ", " ||| ", "a b c ||| x", "a ||| x y z", "c ||| y x"),
            TextStorage.Memory,
            CancellationToken.None);

        corpus.Count.ShouldBe(7);
        encoder.EmptyPairs.ShouldBe(3);
        encoder.OverlongPairs.ShouldBe(2);
        Enumerable.Range(0, 7).Select(pair => corpus.Source(pair).Length).ShouldBe([2, 0, 0, 0, 0, 0, 1]);
        Enumerable.Range(0, 7).Select(pair => corpus.Target(pair).Length).ShouldBe([1, 0, 0, 0, 0, 0, 2]);
        _source.Words.ShouldBe(["a", "b", "c"]);
        _target.Words.ShouldBe(["x", "y"]);
    }

    [Fact]
    public void Words_are_normalized_before_they_are_numbered()
    {
        PairEncoder encoder = Create(new NormalizationOptions { Lowercase = true, StemLength = 4 });

        ParallelCorpus corpus = encoder.Collect(
            Bitexts.Text("House houses ||| HAUS"), TextStorage.Memory, CancellationToken.None);

        corpus.Source(0).ToArray().ShouldBe([0, 0]);
        _source.Words.ShouldBe(["hous"]);
        encoder.Encode(new TokenizedPair(["HOUSING", "home"], ["haus"])).Source.Factors.Single().ToArray()
            .ShouldBe([0, Vocabulary.Unknown]);
    }

    [Fact]
    public void Looking_up_adds_no_words()
    {
        PairEncoder encoder = Create();
        encoder.Collect(Bitexts.Text("a ||| x"), TextStorage.Memory, CancellationToken.None);

        EncodedPair pair = encoder.Encode(new TokenizedPair(["b", "a"], ["x", "y"]));

        pair.Source.Factors.Single().ToArray().ShouldBe([Vocabulary.Unknown, 0]);
        pair.Target.Factors.Single().ToArray().ShouldBe([0, Vocabulary.Unknown]);
        _source.Count.ShouldBe(1);
        _target.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("a", " \t")]
    [InlineData("a b c", "x")]
    [InlineData("a", "x y z")]
    public void A_pair_that_no_model_can_use_is_empty_on_both_sides(string source, string target)
    {
        PairEncoder encoder = Create(maxLength: 2);
        string[] sourceWords = source.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] targetWords = target.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);

        EncodedPair pair = encoder.Encode(new TokenizedPair(sourceWords, targetWords));

        pair.IsEmpty.ShouldBeTrue();
        pair.Source.Length.ShouldBe(0);
        pair.Target.Length.ShouldBe(0);
        (encoder.EmptyPairs + encoder.OverlongPairs).ShouldBe(1);
    }

    [Fact]
    public void Tokens_that_other_tools_reserve_are_ordinary_words()
    {
        string[] reserved = ["NULL", "<eps>", "|||", "<unk>", "-1"];

        PairEncoder encoder = Create();
        encoder.Collect(
            Bitexts.Text($"NULL ||| {string.Join(' ', reserved)}"), TextStorage.Memory, CancellationToken.None);

        _source.Words.ShouldBe(["NULL"]);
        _target.Words.ShouldBe(reserved);
        encoder.Encode(new TokenizedPair(["NULL"], reserved)).Target.Factors.Single().ToArray()
            .ShouldBe([0, 1, 2, 3, 4]);
    }

    private PairEncoder Create(NormalizationOptions? normalization = null, int maxLength = 100) =>
        new(new TextOptions { Normalization = normalization ?? new() }, _source, _target, factoring: null, maxLength);
}
