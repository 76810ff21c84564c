using Aligner.Core.Alignments;

namespace Aligner.Core.Formats;

/// <summary>
/// The .wa files of the LDC's GALE corpora: a line a pair, 1-based, a link of words with words and its type,
/// <c>1-2(SEM) 3,4-5,6[DET](FUN) 7-(NTR)</c>. All words of a link are linked with each other; tags in brackets, types,
/// and words that are linked with nothing, are skipped; a line <c>rejected</c> has no links.
/// </summary>
internal sealed class GaleFormat : AlignmentFormat
{
    private const string Rejected = "rejected";
    private const int MostLinks = 1 << 16;

    public override string Name => "gale";

    public override string Summary => "a line a pair, 1-2(SEM) 3,4-5,6[DET](FUN) 7-(NTR), of the LDC; 1-based";

    public override int DefaultIndexBase => 1;

    public override bool HasLineForEachPair => true;

    protected override IEnumerable<AnnotatedAlignment> Read(LinkReader reader) => reader.ReadEach(line =>
    {
        string[] tokens = Words.Split(line);
        return tokens is [Rejected]
            ? AnnotatedAlignment.Empty
            : new AnnotatedAlignment([.. tokens.SelectMany(token => ParseLinks(reader, token))]);
    });

    protected override IAlignmentWriter CreateWriter(LinkWriter writer) => new Writer(writer);

    private static IEnumerable<AnnotatedLink> ParseLinks(LinkReader reader, string token)
    {
        int type = token.IndexOf('(');
        string words = type >= 0 && token.EndsWith(')') ? token[..type] : token;
        int dash = words.IndexOf('-');
        if (dash < 0 || words.Length == 1)
        {
            throw reader.Error($"{Excerpt.Quote(token)} is not a link such as 1,2-3(SEM)");
        }

        int[] sources = ParseSide(reader, words[..dash], token);
        int[] targets = ParseSide(reader, words[(dash + 1)..], token);
        return (long)sources.Length * targets.Length <= MostLinks
            ? sources.SelectMany(_ => targets, (i, j) => new AnnotatedLink(new Link(i, j)))
            : throw reader.Error($"a link of {sources.Length} with {targets.Length} words");
    }

    private static int[] ParseSide(LinkReader reader, string side, string token) =>
        side.Length == 0 ? [] : [.. side.Split(',').Select(word => ParseWord(reader, word, token)).Distinct()];

    private static int ParseWord(LinkReader reader, string word, string token)
    {
        int tag = word.EndsWith(']') ? word.IndexOf('[') : -1;
        return reader.ParseIndex(tag >= 0 ? word.AsSpan(..tag) : word, token);
    }

    private sealed class Writer(LinkWriter writer) : IAlignmentWriter
    {
        public void Write(AnnotatedAlignment alignment)
        {
            writer.WriteLinks(alignment, "(SEM)");
            writer.Output.WriteLine();
        }

        public void Complete()
        {
        }
    }
}
