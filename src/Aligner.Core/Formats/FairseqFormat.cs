using System.Globalization;

namespace Aligner.Core.Formats;

/// <summary>
/// The output of fairseq-generate with <c>--print-alignment hard</c>: among lines of other kinds, a line a pair
/// <c>A-7 TAB 0-0 1-2</c>, with the number of the pair from 0 on, in any order. Only these lines are read and written.
/// </summary>
internal sealed class FairseqFormat : NumberedFormat
{
    private const string Mark = "A-";

    private static readonly PairNotation Notation = new("-", "p?", hasProbabilities: false);

    public override string Name => "fairseq";

    public override string Summary => "a line A-N TAB 0-0 1-2 for each pair, among others; 0-based";

    public override int DefaultIndexBase => 0;

    protected override IEnumerable<NumberedAlignment> ReadEntries(LinkReader reader)
    {
        bool hasAny = false;
        while (reader.ReadLine() is { } line)
        {
            int tab = line.IndexOf('\t');
            if (tab < 0 || !line.StartsWith(Mark, StringComparison.Ordinal))
            {
                continue;
            }

            hasAny = true;
            int pair = reader.ParseNumber(line.AsSpan(Mark.Length..tab), line);
            AnnotatedAlignment alignment = new(Notation.ParseLinks(reader, line.AsSpan(tab)));
            yield return new NumberedAlignment(pair, alignment, reader.Name, reader.Line);
        }

        if (!hasAny && reader.Line > 0)
        {
            throw new DataException(
                reader.Name, 0, $"no line begins with {Mark}: print them with --print-alignment hard");
        }
    }

    protected override IAlignmentWriter CreateWriter(LinkWriter writer) => new Writer(writer);

    private sealed class Writer(LinkWriter writer) : IAlignmentWriter
    {
        private int _pair;

        public void Write(AnnotatedAlignment alignment)
        {
            writer.Output.Write(string.Create(CultureInfo.InvariantCulture, $"{Mark}{_pair++}\t"));
            writer.WriteLinks(alignment);
            writer.Output.WriteLine();
        }

        public void Complete()
        {
        }
    }
}
