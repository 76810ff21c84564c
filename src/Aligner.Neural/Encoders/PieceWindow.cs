namespace Aligner.Neural.Encoders;

/// <summary>A part of a sentence that an encoder reads at once.</summary>
/// <param name="Start">First piece that is read.</param>
/// <param name="Length">Pieces that are read.</param>
/// <param name="KeptStart">First piece whose vector is kept, counted from the start of the sentence.</param>
/// <param name="KeptEnd">One more than the last such piece.</param>
internal readonly record struct PieceWindow(int Start, int Length, int KeptStart, int KeptEnd)
{
    /// <summary>
    /// Covers a sentence with windows that overlap by at least half their length; each piece is kept by the window in
    /// which it has most context on its poorer side.
    /// </summary>
    /// <param name="pieces">Length of the sentence, 0 or more.</param>
    /// <param name="limit">The longest window, at least 1.</param>
    /// <returns>Windows in order; one if the sentence is short enough, even if it is empty.</returns>
    public static PieceWindow[] Cover(int pieces, int limit)
    {
        if (pieces <= limit)
        {
            return [new PieceWindow(0, pieces, 0, pieces)];
        }

        int step = Math.Max(1, limit / 2);
        int steps = (pieces - limit + step - 1) / step;
        PieceWindow[] windows = new PieceWindow[steps + 1];
        for (int i = 0, kept = 0; i <= steps; i++)
        {
            int start = StartOf(i);
            int end = i == steps ? pieces : (StartOf(i + 1) + start + limit) / 2;
            windows[i] = new PieceWindow(start, limit, kept, end);
            kept = end;
        }

        return windows;

        int StartOf(int window) => (int)((long)window * (pieces - limit) / steps);
    }
}
