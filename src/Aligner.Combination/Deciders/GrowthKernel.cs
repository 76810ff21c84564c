namespace Aligner.Combination.Deciders;

/// <summary>
/// The grow step of Koehn et al. (2005), section 3, on probabilities: probable links draw in less probable ones that
/// are adjacent, those of the same word and a neighbor of the other. Words of a phrase that is linked as a whole share
/// the posterior that a word alone would have.
/// </summary>
internal static class GrowthKernel
{
    /// <summary>Whether a cell is drawn in.</summary>
    /// <param name="cells">The cells of a link table.</param>
    /// <param name="stride">Cells of a row.</param>
    /// <param name="cell">The place of a link.</param>
    /// <param name="sure">Cells that are more probable than this are links, and draw in others.</param>
    /// <param name="possible">A cell that is more probable than this is drawn in by an adjacent one.</param>
    public static bool IsDrawnIn(ReadOnlySpan<float> cells, int stride, int cell, float sure, float possible) =>
        cells[cell] > possible
        && !(cells[cell] > sure)
        && (cells[cell - 1] > sure
            || cells[cell + 1] > sure
            || cells[cell - stride] > sure
            || cells[cell + stride] > sure);
}
