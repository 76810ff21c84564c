using Aligner.Core.Text;

namespace Aligner.Core.Formats;

/// <summary>
/// A format whose file gives the number of each pair, so that pairs may be left out, stand in another order or be
/// spread over several files.
/// </summary>
public interface INumberedFormat : IAlignmentFormat
{
    /// <summary>Reads files that each hold some of the pairs, as the threads of MGIZA write them.</summary>
    /// <returns>One alignment for each pair up to the last one that a file has; those left out have no links.</returns>
    /// <exception cref="DataException">
    /// While iterating: a line breaks the format, a pair comes twice, or more pairs are left out at once than
    /// <see cref="FormatOptions.LongestGap"/>.
    /// </exception>
    IEnumerable<AnnotatedAlignment> Read(IReadOnlyList<LineReader> parts, FormatOptions options);
}
