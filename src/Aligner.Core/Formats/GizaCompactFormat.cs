namespace Aligner.Core.Formats;

/// <summary>
/// What GIZA++ writes with <c>-compactalignmentformat 1</c>: a line a pair, the places of each link one after the
/// other, <c>0 0 1 2</c>, source first.
/// </summary>
internal sealed class GizaCompactFormat : AlignmentFormat
{
    public override string Name => "giza-compact";

    public override string Summary => "a line a pair, 0 0 1 2 for 0-0 1-2; 0-based";

    public override int DefaultIndexBase => 0;

    public override bool HasLineForEachPair => true;

    protected override IEnumerable<AnnotatedAlignment> Read(LinkReader reader) => reader.ReadEach(line =>
    {
        string[] places = Words.Split(line);
        return places.Length % 2 == 0
            ? new AnnotatedAlignment([.. places.Chunk(2).Select(pair =>
                new AnnotatedLink(reader.ParseLink(pair[0], pair[1], line)!.Value))])
            : throw reader.Error($"an odd number of places: {Excerpt.Quote(line)}");
    });

    protected override IAlignmentWriter CreateWriter(LinkWriter writer) => new Writer(writer);

    private sealed class Writer(LinkWriter writer) : IAlignmentWriter
    {
        public void Write(AnnotatedAlignment alignment)
        {
            bool isFirst = true;
            foreach (AnnotatedLink annotated in alignment.Links)
            {
                writer.Output.Write(isFirst ? "" : " ");
                isFirst = false;
                writer.WriteIndex(annotated.Link.Source);
                writer.Output.Write(' ');
                writer.WriteIndex(annotated.Link.Target);
            }

            writer.Output.WriteLine();
        }

        public void Complete()
        {
        }
    }
}
