using Aligner.Neural.Encoders;

namespace Aligner.Neural.Tests.Encoders;

public class PieceWindowTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 5)]
    public void A_sentence_that_fits_is_one_window(int pieces, int limit) =>
        PieceWindow.Cover(pieces, limit).ShouldBe([new PieceWindow(0, pieces, 0, pieces)]);

    [Fact]
    public void A_longer_one_is_covered_by_overlapping_windows_that_meet_in_the_middle_of_the_overlap() =>
        PieceWindow.Cover(10, 4).ShouldBe(
        [
            new PieceWindow(0, 4, 0, 3), new PieceWindow(2, 4, 3, 5), new PieceWindow(4, 4, 5, 7),
            new PieceWindow(6, 4, 7, 10),
        ]);

    [Fact]
    public void Every_piece_is_kept_once_and_with_a_quarter_of_the_window_around_it()
    {
        for (int limit = 1; limit < 20; limit++)
        {
            for (int pieces = limit + 1; pieces < 100; pieces++)
            {
                PieceWindow[] windows = PieceWindow.Cover(pieces, limit);
                windows.SelectMany(window => Enumerable.Range(window.KeptStart, window.KeptEnd - window.KeptStart))
                    .ShouldBe(Enumerable.Range(0, pieces));
                foreach ((int start, int length, int first, int end) in windows)
                {
                    length.ShouldBe(limit);
                    start.ShouldBeInRange(0, pieces - limit);
                    (first - start).ShouldBeGreaterThanOrEqualTo(start == 0 ? 0 : limit / 4);
                    (start + length - end).ShouldBeGreaterThanOrEqualTo(start == pieces - limit ? 0 : limit / 4);
                }
            }
        }
    }
}
