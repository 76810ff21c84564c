using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Tokenization.Subwords;
using Aligner.Training.Corpora;

namespace Aligner.Training.Tests.Corpora;

public class TrainingCorpusTests
{
    private readonly SubwordTokenizer _tokenizer = Tokenizers.Letters();

    [Fact]
    public void A_pair_is_kept_in_pieces_with_its_words_and_links()
    {
        TrainingCorpus corpus = new(_tokenizer, maxPieces: 10);
        corpus.AddGroup([(new TokenizedPair(["ab", "c"], ["d"]), [new ScoredLink(new Link(1, 0), 0.5f)])]);
        TrainingPair pair = corpus[0];
        int[] ids = _tokenizer.Encode(["a", "b", "c"]).Ids.ToArray();
        pair.Source.Ids.ToArray().ShouldBe([2, .. ids, 3]);
        pair.Source.Words.ToArray().ShouldBe([-1, 0, 0, 1, -1]);
        pair.Source.WordCount.ShouldBe(2);
        pair.Target.Words.ToArray().ShouldBe([-1, 0, -1]);
        pair.Links.ToArray().ShouldBe([new ScoredLink(new Link(1, 0), 0.5f)]);
        corpus.Lengths(0).ShouldBe((5, 3));
    }

    [Fact]
    public void Empty_and_long_pairs_are_left_out_and_groups_without_a_pair_forgotten()
    {
        TrainingCorpus corpus = new(_tokenizer, maxPieces: 4);
        corpus.AddGroup([Pair("", "a"), Pair("abc", "a")]);
        corpus.AddGroup([Pair("a", "a"), Pair("a", "bcd"), Pair("ab", "c")]);
        corpus.AddGroup([Pair("d", "e")]);
        (corpus.Count, corpus.LeftOut, corpus.GroupCount).ShouldBe((3, 3, 2));
        (corpus.Group(0), corpus.Group(1)).ShouldBe((0..2, 2..3));

        static (TokenizedPair, IReadOnlyList<ScoredLink>) Pair(string source, string target) => (
            new TokenizedPair(source.Length == 0 ? [] : [source], [target]), []);
    }
}
