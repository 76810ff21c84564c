namespace Aligner.Statistical.Decoding;

/// <summary>
/// The grow step of Koehn et al. (2005), section 3, on probabilities: probable links draw in less probable ones beside
/// them, those of the same word and a neighbor of the other.
/// </summary>
internal static class GrowthKernel
{
    /// <summary>Whether a cell is drawn in.</summary>
    /// <param name="probability">Rows of cells.</param>
    /// <param name="columns">Cells of a row.</param>
    /// <param name="cell">Which.</param>
    /// <param name="sure">Cells that are more probable than this are links, and draw in others.</param>
    /// <param name="possible">A cell that is more probable than this is drawn in by one beside it.</param>
    public static bool IsDrawnIn(ReadOnlySpan<float> probability, int columns, int cell, float sure, float possible)
    {
        if (!(probability[cell] > possible) || probability[cell] > sure)
        {
            return false;
        }

        int column = cell % columns;
        return (column > 0 && probability[cell - 1] > sure)
            || (column < columns - 1 && probability[cell + 1] > sure)
            || (cell >= columns && probability[cell - columns] > sure)
            || (cell + columns < probability.Length && probability[cell + columns] > sure);
    }
}
