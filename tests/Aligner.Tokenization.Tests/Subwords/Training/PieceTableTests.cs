using Aligner.Tokenization.Subwords.Training;

namespace Aligner.Tokenization.Tests.Subwords.Training;

public class PieceTableTests
{
    [Fact]
    public void Pieces_start_as_probable_as_what_they_cover_is_long()
    {
        RunText text = TinyText.Of(("ab", 3), ("b", 1));

        PieceTable pieces = PieceTable.Start(text, [new Seed(0, 2, 3)]);

        pieces.Texts.ShouldBe(["a", "b", "ab"]);
        pieces.Scores.Select(Math.Exp).ShouldBe([3.0 / 13, 4.0 / 13, 6.0 / 13], 1e-12);
    }

    [Fact]
    public void Counts_are_discounted_by_the_digamma_function()
    {
        // ψ(1) = −γ, ψ(2) = 1 − γ, ψ(3) = 3/2 − γ and ψ(6) = 137/60 − γ.
        PieceTable pieces = TinyText.Pieces(("a", 0.5), ("b", 0.25), ("ab", 0.25));
        pieces.Reestimate([1, 2, 3]).Scores.ShouldBe([-137.0 / 60, 1 - (137.0 / 60), 1.5 - (137.0 / 60)], 1e-8);
        // No count stands for 1/2: ψ(1/2) = −γ − 2 ln 2.
        pieces.Reestimate([0, 0.5, 1]).Scores[0].ShouldBe(-(2 * Math.Log(2)) - 1, 1e-8);
    }

    [Fact]
    public void Rare_pieces_go_but_characters_stay() =>
        TinyText.Pieces(("a", 0.2), ("b", 0.2), ("ab", 0.2), ("ba", 0.2)).Frequent([3, 0, 0.49, 0.5])
            .ShouldBe([true, true, false, true]);

    [Fact]
    public void Pruning_keeps_what_the_text_would_miss_most()
    {
        // "abc" is always cut otherwise; "bc" saves one of two pieces 50 times, "ab" only 10 times.
        PieceTable pieces = TinyText.Pieces(
            ("a", 0.2), ("b", 0.2), ("c", 0.2), ("ab", 0.2), ("abc", 0.001), ("bc", 0.2));

        LossPruning.Select(pieces, [50, 20, 20, 10, 0, 50], 4, TinyText.OneThread)
            .ShouldBe([true, true, true, false, false, true]);
    }

    [Fact]
    public void A_piece_is_replaced_by_its_best_segmentation_without_itself()
    {
        PieceTable pieces = TinyText.Pieces(("a", 0.1), ("b", 0.1), ("c", 0.1), ("ab", 0.2), ("bc", 0.3), ("abc", 0.2));

        LossPruning.Alternative(pieces, pieces.ToTrie(), 5).ShouldBe([4, 0]); // bc after a
    }
}
