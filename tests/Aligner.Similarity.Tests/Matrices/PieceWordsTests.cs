using Aligner.Core.Alignments;
using Aligner.Similarity.Matrices;

namespace Aligner.Similarity.Tests.Matrices;

public class PieceWordsTests
{
    [Fact]
    public void The_vector_of_a_word_is_the_mean_of_its_pieces()
    {
        float[] means = new float[4];
        PieceWords.Mean([1, 2, 3, 6, 5, 5], 2, [0, 0, 2], means);
        means.ShouldBe([2, 4, 5, 5]);
        PieceWords.Distinct([0, 0, 2]).ShouldBe([0, 2]);
    }

    [Fact]
    public void Words_are_linked_if_any_pieces_are_with_the_highest_score()
    {
        ScoredLink[] pieces =
        [
            new(new Link(3, 1), 0.5f), new(new Link(0, 0), 0.2f), new(new Link(1, 0), 0.9f), new(new Link(1, 1), 0.3f),
        ];
        PieceWords.Links(pieces, [0, 0, 1, 1], [2, 2])
            .ShouldBe([new(new Link(0, 2), 0.9f), new(new Link(1, 2), 0.5f)]);
    }
}
