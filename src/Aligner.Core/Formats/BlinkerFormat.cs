using Aligner.Core.Alignments;

namespace Aligner.Core.Formats;

/// <summary>
/// The format of the Blinker project (Melamed 1998): a line a link, <c>source target</c>, 1-based, word 0 is NULL, a
/// file a pair. Here a blank line ends a pair, so that one file can hold many.
/// </summary>
internal sealed class BlinkerFormat : AlignmentFormat
{
    public override string Name => "blinker";

    public override string Summary => "a line a link: source target, a blank line between pairs; 1-based";

    public override int DefaultIndexBase => 1;

    protected override bool HasNullWord => true;

    protected override IEnumerable<AnnotatedAlignment> Read(LinkReader reader)
    {
        List<AnnotatedLink> links = [];
        bool isOpen = false;
        while (reader.ReadLine() is { } line)
        {
            isOpen = !line.AsSpan().Trim(" \t").IsEmpty;
            if (!isOpen)
            {
                yield return new AnnotatedAlignment(links);
                links = [];
            }
            else if (Parse(reader, line) is { } link)
            {
                links.Add(new AnnotatedLink(link));
            }
        }

        if (isOpen)
        {
            yield return new AnnotatedAlignment(links);
        }
    }

    protected override IAlignmentWriter CreateWriter(LinkWriter writer) => new Writer(writer);

    private static Link? Parse(LinkReader reader, ReadOnlySpan<char> line)
    {
        Span<Range> fields = stackalloc Range[3];
        return line.SplitAny(fields, " \t", StringSplitOptions.RemoveEmptyEntries) == 2
            ? reader.ParseLink(line[fields[0]], line[fields[1]], line)
            : throw reader.Error($"not \"source target\": {Excerpt.Quote(line)}");
    }

    private sealed class Writer(LinkWriter writer) : IAlignmentWriter
    {
        private bool _hasPrevious;
        private bool _lastIsEmpty;

        public void Write(AnnotatedAlignment alignment)
        {
            if (_hasPrevious)
            {
                writer.Output.WriteLine();
            }

            foreach (AnnotatedLink annotated in alignment.Links)
            {
                writer.WriteIndex(annotated.Link.Source);
                writer.Output.Write(' ');
                writer.WriteIndex(annotated.Link.Target);
                writer.Output.WriteLine();
            }

            _hasPrevious = true;
            _lastIsEmpty = alignment.Links.Count == 0;
        }

        public void Complete()
        {
            if (_lastIsEmpty)
            {
                writer.Output.WriteLine();
            }
        }
    }
}
