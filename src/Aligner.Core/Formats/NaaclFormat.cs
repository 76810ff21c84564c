using Aligner.Core.Alignments;

namespace Aligner.Core.Formats;

/// <summary>
/// The format of the shared tasks of 2003 and 2005 (Mihalcea and Pedersen 2003): a line a link,
/// <c>sentence source target [S|P] [confidence]</c>, all 1-based; word 0 is NULL. Sentences that the file skips have no
/// links.
/// </summary>
internal sealed class NaaclFormat : NumberedFormat
{
    public override string Name => "naacl";

    public override string Summary => "a line a link: sentence source target S|P probability; 1-based";

    public override int DefaultIndexBase => 1;

    protected override bool HasNullWord => true;

    protected override bool RepeatsPairs => true;

    protected override IEnumerable<NumberedAlignment> ReadEntries(LinkReader reader)
    {
        int? current = null;
        long line = 0;
        List<AnnotatedLink> links = [];
        while (reader.ReadLine() is { } text)
        {
            (int sentence, AnnotatedLink? link) = Parse(reader, text);
            if (sentence != current)
            {
                if (current is { } complete)
                {
                    yield return new NumberedAlignment(complete, new AnnotatedAlignment(links), reader.Name, line);
                    links = [];
                }

                (current, line) = (sentence, reader.Line);
            }

            if (link is not null)
            {
                links.Add(link);
            }
        }

        if (current is { } last)
        {
            yield return new NumberedAlignment(last, new AnnotatedAlignment(links), reader.Name, line);
        }
    }

    protected override IAlignmentWriter CreateWriter(LinkWriter writer) => new Writer(writer);

    private static (int Sentence, AnnotatedLink? Link) Parse(LinkReader reader, ReadOnlySpan<char> line)
    {
        Span<Range> fields = stackalloc Range[6];
        int count = line.SplitAny(fields, " \t", StringSplitOptions.RemoveEmptyEntries);
        if (count is < 3 or > 5)
        {
            throw reader.Error($"not \"sentence source target [S|P] [probability]\": {Excerpt.Quote(line)}");
        }

        int sentence = reader.ParseOrdinal(line[fields[0]], line);
        Link? link = reader.ParseLink(line[fields[1]], line[fields[2]], line);
        int next = 3;
        bool isPossible = false;
        if (count > next && line[fields[next]] is "S" or "P")
        {
            isPossible = line[fields[next]] is "P";
            next++;
        }

        float? probability = count > next ? reader.ParseProbability(line[fields[next++]]) : null;
        if (count > next)
        {
            throw reader.Error($"{Excerpt.Quote(line[fields[next]])} after the probability");
        }

        return (sentence, link is null ? null : new AnnotatedLink(link.Value, isPossible, probability));
    }

    private sealed class Writer(LinkWriter writer) : IAlignmentWriter
    {
        private int _sentence;
        private bool _lastIsEmpty;

        public void Write(AnnotatedAlignment alignment)
        {
            _sentence++;
            _lastIsEmpty = alignment.Links.Count == 0;
            foreach (AnnotatedLink annotated in alignment.Links)
            {
                writer.Output.Write(_sentence);
                writer.Output.Write(' ');
                writer.WriteIndex(annotated.Link.Source);
                writer.Output.Write(' ');
                writer.WriteIndex(annotated.Link.Target);
                writer.Output.Write(annotated.IsPossible ? " P" : " S");
                if (annotated.Probability is { } probability)
                {
                    writer.Output.Write(' ');
                    writer.WriteProbability(probability);
                }

                writer.Output.WriteLine();
            }
        }

        // A link to NULL keeps a last sentence without links from being lost.
        public void Complete()
        {
            if (_lastIsEmpty && writer.IndexBase == 1)
            {
                writer.Output.Write(_sentence);
                writer.Output.WriteLine(" 1 0 S");
            }
        }
    }
}
