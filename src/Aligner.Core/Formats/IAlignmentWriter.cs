namespace Aligner.Core.Formats;

/// <summary>Writes alignments, one for each pair, in order.</summary>
public interface IAlignmentWriter
{
    /// <summary>Writes the alignment of the next pair.</summary>
    /// <exception cref="ArgumentException">The format needs the words and they are not given.</exception>
    /// <exception cref="DataException">The format needs the words and a link is outside of them.</exception>
    void Write(AnnotatedAlignment alignment);

    /// <summary>Writes what the format puts after the last pair.</summary>
    void Complete();
}
