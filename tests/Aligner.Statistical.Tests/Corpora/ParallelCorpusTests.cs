using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Tests.Corpora;

public class ParallelCorpusTests
{
    private readonly ParallelCorpus _corpus = Bitexts.Corpus("a b ||| x", " ||| y", "b c a ||| x y");

    [Fact]
    public void Pairs_hold_the_numbers_of_their_words()
    {
        _corpus.Count.ShouldBe(3);
        _corpus.Source(0).ToArray().ShouldBe([0, 1]);
        _corpus.Source(2).ToArray().ShouldBe([1, 2, 0]);
        _corpus.Target(2).ToArray().ShouldBe([0, 1]);
        _corpus.SourceMemory(2).ToArray().ShouldBe([1, 2, 0]);
        _corpus.TargetMemory(1).IsEmpty.ShouldBeTrue();
        _corpus.SourceTokenCount.ShouldBe(5);
        _corpus.TargetTokenCount.ShouldBe(3);
    }

    [Theory]
    [InlineData(32_767, 32_768, "target")]
    [InlineData(32_768, 32_767, "source")]
    public void Sentences_of_more_than_32767_words_are_refused(int source, int target, string side)
    {
        using ParallelCorpusBuilder builder = new(new Vocabulary(), new Vocabulary(), TextStorage.Memory);
        builder.Add(new int[32_767], new int[32_767]);

        Should.Throw<ArgumentOutOfRangeException>(() => builder.Add(new int[source], new int[target]))
            .ParamName.ShouldBe($"{side}.Length");

        builder.Build().Count.ShouldBe(1);
    }

    [Fact]
    public void Swapping_exchanges_the_sides()
    {
        ParallelCorpus swapped = _corpus.Swap();

        swapped.Count.ShouldBe(3);
        swapped.SourceVocabulary.ShouldBeSameAs(_corpus.TargetVocabulary);
        swapped.TargetVocabulary.ShouldBeSameAs(_corpus.SourceVocabulary);
        swapped.Source(2).ToArray().ShouldBe([0, 1]);
        swapped.Target(2).ToArray().ShouldBe([1, 2, 0]);
        swapped.SourceTokenCount.ShouldBe(3);
        swapped.TargetTokenCount.ShouldBe(5);
    }
}
