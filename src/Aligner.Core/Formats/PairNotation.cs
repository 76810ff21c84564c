using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Core.Formats;

/// <summary>The notation <c>i-j</c> for sure and <c>ipj</c> for possible links, one line a pair.</summary>
/// <param name="sureMarks">Characters between the words of a sure link.</param>
/// <param name="possibleMarks">Characters between the words of a possible link.</param>
/// <param name="hasProbabilities">
/// Whether <c>:p</c> may follow a link, and a tab and the pair's log-probability the last link. Where it may, two
/// scores of SIL.Machine, <c>0-0:0.1:0.9</c>, of which the first, that of the words, is kept, <c>NULL</c> in place of a
/// word, and the columns of <see cref="LinkColumns"/> are read too; and links are read and written as half-open spans
/// of code points, <c>0:3-5:9</c>, if the file or the alignment has them.
/// </param>
internal sealed class PairNotation(string sureMarks, string possibleMarks, bool hasProbabilities)
{
    /// <summary>What stands for no word.</summary>
    public const string NullWord = "NULL";

    private readonly string _marks = sureMarks + possibleMarks;

    public IEnumerable<AnnotatedAlignment> Read(LinkReader reader) => reader.ReadEach(line => hasProbabilities
        ? ParseColumns(
            reader, LinkColumns.Parse(line) ?? throw reader.Error($"too many columns: {Excerpt.Quote(line)}"))
        : new AnnotatedAlignment(ParseLinks(reader, line)));

    /// <summary>Reads links with blanks or tabs between them.</summary>
    public List<AnnotatedLink> ParseLinks(LinkReader reader, ReadOnlySpan<char> line)
    {
        List<AnnotatedLink> links = [];
        foreach (Range range in line.SplitAny(" \t"))
        {
            ReadOnlySpan<char> token = line[range];
            if (!token.IsEmpty && Parse(reader, token) is { } link)
            {
                links.Add(link);
            }
        }

        return links;
    }

    public IAlignmentWriter CreateWriter(LinkWriter writer) => new Writer(writer, hasProbabilities);

    private AnnotatedAlignment ParseColumns(LinkReader reader, LinkColumns columns)
    {
        if (HasSpans(columns.Links))
        {
            return new AnnotatedAlignment([], columns.Tokens, columns.Score)
            {
                Spans = ParseSpans(reader, columns.Links),
            };
        }

        List<AnnotatedLink> links = ParseLinks(reader, columns.Links);
        links.RemoveAll(annotated => columns.IsToEnd(annotated.Link));
        return new AnnotatedAlignment(links, columns.Tokens, columns.Score);
    }

    /// <summary>Whether the first link of a line has a colon before its mark.</summary>
    private bool HasSpans(ReadOnlySpan<char> line)
    {
        int mark = line.IndexOfAny(_marks);
        return mark > 0 && line[..mark].Contains(':');
    }

    private List<SpanLink> ParseSpans(LinkReader reader, ReadOnlySpan<char> line)
    {
        if (!reader.TakesSpans)
        {
            throw reader.Error("the links are spans of characters, which need the sentence pairs: give the bitext");
        }

        List<SpanLink> links = [];
        foreach (Range range in line.Split(' '))
        {
            ReadOnlySpan<char> token = line[range];
            if (token.IsEmpty)
            {
                continue;
            }

            int mark = token.IndexOfAny(_marks);
            if (mark < 0)
            {
                throw reader.Error($"{Excerpt.Quote(token)} is not a link of spans such as 0:3-5:9");
            }

            ReadOnlySpan<char> target = token[(mark + 1)..];
            float? probability = null;
            if (target.Count(':') == 2)
            {
                int colon = target.LastIndexOf(':');
                probability = reader.ParseProbability(target[(colon + 1)..]);
                target = target[..colon];
            }

            links.Add(new SpanLink(
                reader.ParseSpan(token[..mark], token),
                reader.ParseSpan(target, token),
                possibleMarks.Contains(token[mark]),
                probability));
        }

        return links;
    }

    private AnnotatedLink? Parse(LinkReader reader, ReadOnlySpan<char> token)
    {
        ReadOnlySpan<char> pair = token;
        float? probability = null;
        int colon = hasProbabilities ? token.IndexOf(':') : -1;
        if (colon >= 0)
        {
            pair = token[..colon];
            ReadOnlySpan<char> scores = token[(colon + 1)..];
            int second = scores.IndexOf(':');
            probability = reader.ParseProbability(second < 0 ? scores : scores[..second]);
            if (second >= 0)
            {
                reader.ParseProbability(scores[(second + 1)..]);
            }
        }

        int mark = pair.IndexOfAny(_marks);
        if (mark < 0)
        {
            throw reader.Error($"{Excerpt.Quote(token)} is not a link such as 0-0");
        }

        ReadOnlySpan<char> source = pair[..mark];
        ReadOnlySpan<char> target = pair[(mark + 1)..];
        if (hasProbabilities && (source is NullWord || target is NullWord))
        {
            return null;
        }

        Link? link = reader.ParseLink(source, target, token);
        return link is null ? null : new AnnotatedLink(link.Value, possibleMarks.Contains(pair[mark]), probability);
    }

    private sealed class Writer(LinkWriter writer, bool hasProbabilities) : IAlignmentWriter
    {
        public void Write(AnnotatedAlignment alignment)
        {
            bool isFirst = true;
            foreach (AnnotatedLink annotated in alignment.Links)
            {
                writer.Output.Write(isFirst ? "" : " ");
                isFirst = false;
                WriteWord(annotated.Link.Source, alignment.Characters?.Source);
                writer.Output.Write(annotated.IsPossible ? 'p' : '-');
                WriteWord(annotated.Link.Target, alignment.Characters?.Target);
                if (hasProbabilities && annotated.Probability is { } probability)
                {
                    writer.Output.Write(':');
                    writer.WriteProbability(probability);
                }
            }

            if (hasProbabilities && alignment.LogProbability is { } score)
            {
                writer.Output.Write('\t');
                writer.Output.Write(score, "0.######");
            }

            writer.Output.WriteLine();
        }

        public void Complete()
        {
        }

        private void WriteWord(int index, IReadOnlyList<CodePointSpan>? characters)
        {
            if (characters is null || !hasProbabilities)
            {
                writer.WriteIndex(index);
                return;
            }

            writer.Output.Write(characters[index].Start);
            writer.Output.Write(':');
            writer.Output.Write(characters[index].End);
        }
    }
}
