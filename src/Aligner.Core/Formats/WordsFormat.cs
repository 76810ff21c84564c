using Aligner.Core.Corpora;

namespace Aligner.Core.Formats;

/// <summary>
/// The word file of awesome-align: a line a pair, a link as its two words, <c>house&lt;sep&gt;casa</c>. The places of
/// the words come from the text (<see cref="AnnotatedAlignment.WithTokens"/>).
/// </summary>
internal sealed class WordsFormat : AlignmentFormat
{
    private const string Separator = "<sep>";

    public override string Name => "words";

    public override string Summary => "a line a pair, house<sep>casa for each link";

    public override int DefaultIndexBase => 0;

    public override bool NeedsTokens => true;

    public override bool NeedsTokensToRead => true;

    public override bool HasLineForEachPair => true;

    protected override IEnumerable<AnnotatedAlignment> Read(LinkReader reader) => reader.ReadEach(line =>
        AnnotatedAlignment.Empty with { Mentions = [.. Words.Split(line).Select(token => Parse(reader, token))] });

    protected override IAlignmentWriter CreateWriter(LinkWriter writer) => new Writer(writer);

    private static WordLink Parse(LinkReader reader, string token)
    {
        int index = token.IndexOf(Separator, 1, StringComparison.Ordinal);
        int end = index + Separator.Length;
        return index > 0 && end < token.Length
            ? new WordLink(token[..index], token[end..])
            : throw reader.Error($"{Excerpt.Quote(token)} is not two words such as house{Separator}casa");
    }

    private sealed class Writer(LinkWriter writer) : IAlignmentWriter
    {
        public void Write(AnnotatedAlignment alignment)
        {
            TokenizedPair tokens = LinkWriter.RequireTokens(alignment, "words");
            writer.Output.WriteLine(string.Join(' ', alignment.Links.Select(annotated =>
                $"{tokens.Source[annotated.Link.Source]}{Separator}{tokens.Target[annotated.Link.Target]}")));
        }

        public void Complete()
        {
        }
    }
}
