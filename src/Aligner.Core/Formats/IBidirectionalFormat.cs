using Aligner.Core.Text;

namespace Aligner.Core.Formats;

/// <summary>A format whose file holds the links of both directions, not yet symmetrized.</summary>
public interface IBidirectionalFormat : IAlignmentFormat
{
    /// <summary>Reads the two alignments of each pair.</summary>
    /// <returns>
    /// For each pair the links of the source-to-target aligner and those of the target-to-source aligner, both source
    /// first.
    /// </returns>
    /// <exception cref="DataException">While iterating: a line breaks the format.</exception>
    IEnumerable<(AnnotatedAlignment Forward, AnnotatedAlignment Reverse)> ReadDirections(
        LineReader reader, FormatOptions options);
}
