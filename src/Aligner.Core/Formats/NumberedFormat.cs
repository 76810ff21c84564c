using Aligner.Core.Text;

namespace Aligner.Core.Formats;

/// <summary>What the formats that number their pairs share.</summary>
internal abstract class NumberedFormat : AlignmentFormat, INumberedFormat
{
    /// <summary>Whether a pair may have several entries, each with some of its links.</summary>
    protected virtual bool RepeatsPairs => false;

    public IEnumerable<AnnotatedAlignment> Read(IReadOnlyList<LineReader> parts, FormatOptions options) =>
        Turn(Arrange([.. parts.Select(part => CreateReader(part, options))], options.LongestGap), options);

    protected sealed override IEnumerable<AnnotatedAlignment> Read(LinkReader reader) =>
        Arrange([reader], reader.LongestGap);

    /// <summary>Reads the entries of the file as they come.</summary>
    protected abstract IEnumerable<NumberedAlignment> ReadEntries(LinkReader reader);

    private IEnumerable<AnnotatedAlignment> Arrange(IReadOnlyList<LinkReader> parts, int longestGap) =>
        new PairOrder(RepeatsPairs, longestGap).Arrange(PairOrder.Merge(parts.Select(ReadEntries)));
}
