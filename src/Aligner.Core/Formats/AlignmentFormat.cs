using Aligner.Core.Text;

namespace Aligner.Core.Formats;

/// <summary>What the formats share: <see cref="FormatOptions"/> is dealt with here and nowhere else.</summary>
internal abstract class AlignmentFormat : IAlignmentFormat
{
    public abstract string Name { get; }

    public abstract string Summary { get; }

    public abstract int DefaultIndexBase { get; }

    public virtual bool NeedsTokens => false;

    public virtual bool HasLineForEachPair => false;

    public virtual CharacterUse Characters => CharacterUse.None;

    /// <summary>Whether index 0 of a 1-based file is the NULL word; links to it are skipped.</summary>
    protected virtual bool HasNullWord => false;

    public IEnumerable<AnnotatedAlignment> Read(LineReader reader, FormatOptions options)
    {
        int indexBase = options.IndexBase ?? DefaultIndexBase;
        IEnumerable<AnnotatedAlignment> alignments = Read(new LinkReader(reader, indexBase, HasNullWord, options.Skipped));
        return options.Swap ? alignments.Select(alignment => alignment.Swap()) : alignments;
    }

    public IAlignmentWriter CreateWriter(TextOutput output, FormatOptions options)
    {
        IAlignmentWriter writer = CreateWriter(new LinkWriter(output, options.IndexBase ?? DefaultIndexBase));
        return options.Swap ? new SwappingWriter(writer) : writer;
    }

    protected abstract IEnumerable<AnnotatedAlignment> Read(LinkReader reader);

    protected abstract IAlignmentWriter CreateWriter(LinkWriter writer);

    private sealed class SwappingWriter(IAlignmentWriter writer) : IAlignmentWriter
    {
        public void Write(AnnotatedAlignment alignment) => writer.Write(alignment.Swap());

        public void Complete() => writer.Complete();
    }
}
