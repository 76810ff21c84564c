using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Finetuning.Corpora;
using Aligner.Tokenization.Subwords;

namespace Aligner.Finetuning.Tests.Corpora;

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
    public void A_pair_without_a_piece_on_a_side_is_left_out()
    {
        TrainingCorpus corpus = new(_tokenizer, maxPieces: 4);
        corpus.AddGroup([Pair("\u00a0", "a"), Pair("a", "\u00a0"), Pair("a", "a")]);
        (corpus.Count, corpus.LeftOut).ShouldBe((1, 2));
    }

    [Fact]
    public void Texts_are_told_apart_by_pieces_and_groups_but_not_by_links()
    {
        string[] prints =
        [
            Print([Pair("a", "b")], [Pair("c", "d")]),
            Print([Pair("c", "d")], [Pair("a", "b")]),
            Print([Pair("a", "b"), Pair("c", "d")]),
        ];
        prints.Distinct().Count().ShouldBe(3);
        Print([(Pair("a", "b").Item1, [new ScoredLink(new Link(0, 0), 1)])], [Pair("c", "d")]).ShouldBe(prints[0]);

        string Print(params (TokenizedPair, IReadOnlyList<ScoredLink>)[][] groups)
        {
            TrainingCorpus corpus = new(_tokenizer, maxPieces: 4);
            foreach ((TokenizedPair, IReadOnlyList<ScoredLink>)[] group in groups)
            {
                corpus.AddGroup(group);
            }

            return corpus.Fingerprint();
        }
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
    }

    private static (TokenizedPair, IReadOnlyList<ScoredLink>) Pair(string source, string target) => (
        new TokenizedPair(source.Length == 0 ? [] : [source], [target]), []);
}
