namespace Aligner.Applications.Views.Figures;

/// <summary>The figures of pairs.</summary>
internal static class FigureLayout
{
    /// <summary>The figures of a pair: one, or one for each system.</summary>
    public static IEnumerable<Figure> Of(ViewedPair pair, FigureKind kind) => kind == FigureKind.Matrix
        ? [MatrixFigure.Of(pair)]
        : Enumerable.Range(0, pair.Systems.Count).Select(system => ArcFigure.Of(pair, system));
}
