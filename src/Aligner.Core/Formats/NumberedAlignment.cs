namespace Aligner.Core.Formats;

/// <summary>An alignment, or some links of one, with the number of its pair.</summary>
/// <param name="Pair">0-based number of the pair.</param>
/// <param name="Alignment">The links that stand at this place of the file.</param>
/// <param name="File">The file, for messages.</param>
/// <param name="Line">Its line, for messages.</param>
internal readonly record struct NumberedAlignment(int Pair, AnnotatedAlignment Alignment, string File, long Line)
{
    /// <summary>An error at the place of the alignment; the pair is counted from 1.</summary>
    public DataException Error(string message) => new(File, Line, $"sentence pair {Pair + 1L} {message}");
}
