namespace Aligner.Applications.Views.Figures;

/// <summary>How the links of a pair are drawn.</summary>
public enum FigureKind
{
    /// <summary>A row for each source word, a column for each target word.</summary>
    Matrix,

    /// <summary>The words of both sides in two lines, with a curve for each link; a drawing for each system.</summary>
    Arcs,
}
