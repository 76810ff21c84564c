using Aligner.Core.Corpora;

namespace Aligner.Core.Formats;

/// <summary>
/// The lines of OpusTrainer, as Marian takes them for guided alignment: source, TAB, target, TAB, links such as
/// <c>0-0 1-2</c>.
/// </summary>
internal sealed class OpusTrainerFormat : AlignmentFormat
{
    private static readonly PairNotation Notation = new("-", "p?", hasProbabilities: true);

    public override string Name => "opustrainer";

    public override string Summary => "source TAB target TAB links, a line a pair; 0-based";

    public override int DefaultIndexBase => 0;

    public override bool NeedsTokens => true;

    public override bool HoldsTokens(string firstLine) => firstLine.AsSpan().Count('\t') == 2;

    public override bool HasLineForEachPair => true;

    protected override IEnumerable<AnnotatedAlignment> Read(LinkReader reader) => reader.ReadEach(line =>
        line.Split('\t') is [string source, string target, string links]
            ? new AnnotatedAlignment(
                Notation.ParseLinks(reader, links), new TokenizedPair(Words.Split(source), Words.Split(target)))
            : throw reader.Error($"not source, TAB, target, TAB, links: {Excerpt.Quote(line)}"));

    protected override IAlignmentWriter CreateWriter(LinkWriter writer) => new Writer(writer);

    private sealed class Writer(LinkWriter writer) : IAlignmentWriter
    {
        public void Write(AnnotatedAlignment alignment)
        {
            TokenizedPair tokens = LinkWriter.RequireTokens(alignment, "opustrainer");
            writer.Output.Write($"{string.Join(' ', tokens.Source)}\t{string.Join(' ', tokens.Target)}\t");
            writer.WriteLinks(alignment);
            writer.Output.WriteLine();
        }

        public void Complete()
        {
        }
    }
}
