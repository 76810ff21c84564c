using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Text;

namespace Aligner.Core.Formats;

/// <summary>
/// The .bal files that Moses makes of the A3 files of both directions (<c>giza2bal.pl</c>) for <c>symal</c>, three
/// lines a pair: a count; the target sentence as <c>4 die Maus piept . # 1 2 0 3</c>, with its length and the place of
/// the source word of each word, from 1 on, 0 for none; the source sentence likewise. Read as a file of links, those
/// that both directions have are sure and the others possible. Only read.
/// </summary>
internal sealed class BalFormat : AlignmentFormat, IBidirectionalFormat
{
    public override string Name => "bal";

    public override string Summary =>
        "three lines a pair with both directions, by giza2bal.pl of Moses; 1-based; only read";

    public override int DefaultIndexBase => 1;

    public override bool CanWrite => false;

    public IEnumerable<(AnnotatedAlignment Forward, AnnotatedAlignment Reverse)> ReadDirections(
        LineReader reader, FormatOptions options)
    {
        foreach ((AnnotatedAlignment forward, AnnotatedAlignment reverse) in ReadPairs(CreateReader(reader, options)))
        {
            // Seen from the other side, the directions change their roles.
            yield return options.Swap ? (reverse.Swap(), forward.Swap()) : (forward, reverse);
        }
    }

    protected override IEnumerable<AnnotatedAlignment> Read(LinkReader reader) =>
        ReadPairs(reader).Select(pair =>
        {
            Alignment forward = pair.Forward.ToAlignment();
            Alignment reverse = pair.Reverse.ToAlignment();
            return pair.Forward with
            {
                Links =
                [
                    .. forward.Union(reverse).Select(link =>
                        new AnnotatedLink(link, IsPossible: !(forward.Contains(link) && reverse.Contains(link)))),
                ],
            };
        });

    private static IEnumerable<(AnnotatedAlignment Forward, AnnotatedAlignment Reverse)> ReadPairs(LinkReader reader)
    {
        while (reader.ReadLine() is { } count)
        {
            reader.ParseNumber(count.AsSpan().Trim(" \t"), count);
            (string[] target, int[] sourceOf) = ReadSide(reader);
            (string[] source, int[] targetOf) = ReadSide(reader);
            RequireInside(reader, sourceOf, source.Length);
            RequireInside(reader, targetOf, target.Length);
            TokenizedPair tokens = new(source, target);
            yield return (
                new AnnotatedAlignment([.. Links(sourceOf).Select(link => new AnnotatedLink(link.Swap()))], tokens),
                new AnnotatedAlignment([.. Links(targetOf).Select(link => new AnnotatedLink(link))], tokens));
        }
    }

    private static (string[] Words, int[] Partners) ReadSide(LinkReader reader)
    {
        string line = reader.ReadLine() ?? throw reader.Error("the file ends within a sentence pair");
        string[] fields = Words.Split(line);
        int length = fields.Length == 0 ? -1 : reader.ParseNumber(fields[0], line);
        return length >= 0 && fields.Length == 2 + (2L * length) && fields[1 + length] == "#"
            ? (fields[1..(1 + length)], [.. fields[(2 + length)..].Select(field => reader.ParseNumber(field, line))])
            : throw reader.Error($"not \"2 two words # 1 0\": {Excerpt.Quote(line)}");
    }

    private static void RequireInside(LinkReader reader, int[] partners, int length)
    {
        if (partners.Any(partner => partner > length))
        {
            throw reader.Error($"place {partners.Max()} in a sentence of {length} words");
        }
    }

    /// <summary>A link from each word to its partner.</summary>
    private static IEnumerable<Link> Links(int[] partners) =>
        partners.Select((partner, place) => new Link(place, partner - 1)).Where(link => link.Target >= 0);
}
