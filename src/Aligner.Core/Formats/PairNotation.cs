using System.Globalization;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Core.Formats;

/// <summary>The notation <c>i-j</c> for sure and <c>ipj</c> for possible links, one line a pair.</summary>
/// <param name="sureMarks">Characters between the words of a sure link.</param>
/// <param name="possibleMarks">Characters between the words of a possible link.</param>
/// <param name="hasProbabilities">
/// Whether <c>:p</c> may follow a link, and a tab and the pair's log-probability the last link. Links are also written
/// as half-open spans of code points, <c>0:3-5:9</c>, where the alignment has them.
/// </param>
internal sealed class PairNotation(string sureMarks, string possibleMarks, bool hasProbabilities)
{
    private readonly string _marks = sureMarks + possibleMarks;

    public IEnumerable<AnnotatedAlignment> Read(LinkReader reader) => reader.ReadEach(line =>
    {
        (int end, double? logProbability) = FindScore(line);
        return new AnnotatedAlignment(ParseLinks(reader, line.AsSpan(..end)), LogProbability: logProbability);
    });

    public IAlignmentWriter CreateWriter(LinkWriter writer) => new Writer(writer, hasProbabilities);

    private (int End, double? LogProbability) FindScore(string line)
    {
        int tab = hasProbabilities ? line.LastIndexOf('\t') : -1;
        return tab >= 0
            && double.TryParse(line.AsSpan(tab + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double score)
            && double.IsFinite(score)
            ? (tab, score)
            : (line.Length, null);
    }

    private List<AnnotatedLink> ParseLinks(LinkReader reader, ReadOnlySpan<char> line)
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

    private AnnotatedLink? Parse(LinkReader reader, ReadOnlySpan<char> token)
    {
        ReadOnlySpan<char> pair = token;
        float? probability = null;
        int colon = hasProbabilities ? token.IndexOf(':') : -1;
        if (colon >= 0)
        {
            pair = token[..colon];
            probability = reader.ParseProbability(token[(colon + 1)..]);
        }

        int mark = pair.IndexOfAny(_marks);
        if (mark < 0)
        {
            throw reader.Error($"{Excerpt.Quote(token)} is not a link such as 0-0");
        }

        Link? link = reader.ParseLink(pair[..mark], pair[(mark + 1)..], token);
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
