using System.Globalization;
using System.Text.RegularExpressions;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Text;

namespace Aligner.Core.Formats;

/// <summary>
/// The A3 files of GIZA++ (Och and Ney 2003), three lines a pair: a header, the target words, and the source words from
/// NULL on, each with the 1-based positions of its target words, as in <c>NULL ({ 2 }) the ({ 1 3 })</c>. The score in
/// the header is a probability. GIZA++ leaves out pairs with an empty side: those numbers have no links. The threads of
/// MGIZA each write a file with some of the numbers.
/// </summary>
internal sealed partial class GizaFormat : NumberedFormat
{
    private const string Open = "({";
    private const string Close = "})";

    public override string Name => "giza";

    public override string Summary => "GIZA++ A3, three lines a pair with the words; 1-based";

    public override int DefaultIndexBase => 1;

    public override bool NeedsTokens => true;

    [GeneratedRegex(@"^# Sentence pair \((\d+)\) source length \d+ target length \d+ alignment score : (\S+)$")]
    private static partial Regex Header { get; }

    public override bool HoldsTokens(string firstLine) => Header.IsMatch(firstLine);

    protected override IEnumerable<NumberedAlignment> ReadEntries(LinkReader reader)
    {
        while (reader.ReadLine() is { } header)
        {
            long line = reader.Line;
            Match match = Header.Match(header);
            if (!match.Success
                || !double.TryParse(match.Groups[2].Value, CultureInfo.InvariantCulture, out double score))
            {
                throw reader.Error($"not \"# Sentence pair (1) source length …\": {Excerpt.Quote(header)}");
            }

            int sentence = reader.ParseOrdinal(match.Groups[1].Value, header);
            string[] target = Words.Split(ReadRest(reader));
            double? logProbability = score > 0 && double.IsFinite(score) ? Math.Log(score) : null;
            AnnotatedAlignment alignment =
                ParseSource(reader, ReadRest(reader), target) with { LogProbability = logProbability };
            yield return new NumberedAlignment(sentence, alignment, reader.Name, line);
        }
    }

    protected override IAlignmentWriter CreateWriter(LinkWriter writer) => new Writer(writer);

    private static string ReadRest(LinkReader reader) =>
        reader.ReadLine() ?? throw reader.Error("the file ends within a sentence pair");

    private static AnnotatedAlignment ParseSource(LinkReader reader, string line, string[] target)
    {
        string[] fields = Words.Split(line);
        List<string> source = [];
        List<AnnotatedLink> links = [];
        for (int next = 0; next < fields.Length; next++)
        {
            // The first word is NULL. A word may look like a bracket: its place tells them apart.
            source.Add(fields[next]);
            if (++next == fields.Length || fields[next] != Open)
            {
                throw reader.Error($"no \"({{\" after word {source.Count} in {Excerpt.Quote(line)}");
            }

            for (next++; next < fields.Length && fields[next] != Close; next++)
            {
                int position = reader.ParseIndex(fields[next], line);
                if (position >= target.Length)
                {
                    throw reader.Error($"position {fields[next]} in a target of {target.Length} words");
                }

                if (source.Count > 1)
                {
                    links.Add(new AnnotatedLink(new Link(source.Count - 2, position)));
                }
            }

            if (next == fields.Length)
            {
                throw reader.Error($"no \"}})\" after word {source.Count} in {Excerpt.Quote(line)}");
            }
        }

        return new AnnotatedAlignment(links, new TokenizedPair([.. source.Skip(1)], target));
    }

    private sealed class Writer(LinkWriter writer) : IAlignmentWriter
    {
        private int _sentence;

        public void Write(AnnotatedAlignment alignment)
        {
            TokenizedPair tokens = LinkWriter.RequireTokens(alignment, "giza");
            ILookup<int, int> positions = GroupBySource(alignment, tokens);
            TextOutput output = writer.Output;
            string lengths = $"source length {tokens.Source.Count} target length {tokens.Target.Count}";
            double score = Math.Exp(alignment.LogProbability ?? double.NegativeInfinity);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"# Sentence pair ({++_sentence}) {lengths} alignment score : {score}"));
            output.WriteLine(string.Join(' ', tokens.Target));
            WriteWord("NULL", positions[-1]);
            for (int i = 0; i < tokens.Source.Count; i++)
            {
                output.Write(' ');
                WriteWord(tokens.Source[i], positions[i]);
            }

            output.WriteLine();
        }

        public void Complete()
        {
        }

        private static ILookup<int, int> GroupBySource(AnnotatedAlignment annotated, TokenizedPair tokens)
        {
            Alignment alignment = annotated.ToAlignment();
            HashSet<int> linked = [.. alignment.Select(link => link.Target)];
            IEnumerable<Link> toNull = Enumerable.Range(0, tokens.Target.Count)
                .Where(j => !linked.Contains(j))
                .Select(j => new Link(-1, j));
            return toNull.Concat(alignment).ToLookup(link => link.Source, link => link.Target);
        }

        private void WriteWord(string word, IEnumerable<int> positions)
        {
            writer.Output.Write(word);
            writer.Output.Write(" ({ ");
            foreach (int position in positions)
            {
                writer.WriteIndex(position);
                writer.Output.Write(' ');
            }

            writer.Output.Write(Close);
        }
    }
}
