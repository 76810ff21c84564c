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

    public virtual bool NeedsTokensToRead => false;

    public virtual bool CanWrite => true;

    /// <summary>Whether index 0 of a 1-based file is the NULL word; links to it are skipped.</summary>
    protected virtual bool HasNullWord => false;

    public virtual bool HoldsTokens(string firstLine) => false;

    public IEnumerable<AnnotatedAlignment> Read(LineReader reader, FormatOptions options) =>
        Turn(Read(CreateReader(reader, options)), options);

    public IAlignmentWriter CreateWriter(TextOutput output, FormatOptions options) =>
        new OrderingWriter(CreateWriter(new LinkWriter(output, options.IndexBase ?? DefaultIndexBase)), options.Swap);

    protected static IEnumerable<AnnotatedAlignment> Turn(
        IEnumerable<AnnotatedAlignment> alignments, FormatOptions options) =>
        options.Swap ? alignments.Select(alignment => alignment.Swap()) : alignments;

    protected LinkReader CreateReader(LineReader reader, FormatOptions options) =>
        new(reader, options.IndexBase ?? DefaultIndexBase, HasNullWord, options.Skipped)
        {
            LongestGap = options.LongestGap,
            TakesSpans = options.TakesSpans,
        };

    protected abstract IEnumerable<AnnotatedAlignment> Read(LinkReader reader);

    /// <summary>Creates the writer; formats with <see cref="CanWrite"/> implement it.</summary>
    protected virtual IAlignmentWriter CreateWriter(LinkWriter writer) =>
        throw new NotSupportedException($"the {Name} format is only read");

    /// <summary>Hands alignments on in the direction of the file, each link once, in order.</summary>
    private sealed class OrderingWriter(IAlignmentWriter writer, bool swaps) : IAlignmentWriter
    {
        public void Write(AnnotatedAlignment alignment) =>
            writer.Write((swaps ? alignment.Swap() : alignment).Ordered());

        public void Complete() => writer.Complete();
    }
}
