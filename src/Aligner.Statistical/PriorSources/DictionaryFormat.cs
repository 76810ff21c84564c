using System.Globalization;
using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Statistical.Priors;

namespace Aligner.Statistical.PriorSources;

/// <summary>
/// A bilingual dictionary, an entry a line: source, target and perhaps a weight, 1 if absent, with tabs between them
/// or, if all entries are of single words, blanks, as in MUSE and in the lexical tables of Moses. The weight of an
/// entry of several words is shared by all pairs of its words. If no weight is above 0 and some are below, all are
/// natural logarithms, as in the tables of fast_align. Entries of the null word are left out.
/// </summary>
internal static class DictionaryFormat
{
    private static readonly string[] NullWords = ["NULL", "<eps>"];

    /// <exception cref="DataException">A line breaks the format.</exception>
    public static AlignmentPriors Read(LineReader reader)
    {
        List<Entry> entries = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                entries.Add(Parse(line, reader));
            }
        }

        bool areLogs = entries.All(entry => entry.Weight is null or <= 0) && entries.Any(entry => entry.Weight < 0);
        if (!areLogs && entries.Find(entry => entry.Weight < 0) is { } negative)
        {
            throw new DataException(reader.Name, negative.Line, $"'{negative.Text}' is not a count");
        }

        return AlignmentPriors.None with
        {
            Words =
            [
                .. from entry in entries
                   let weight = areLogs ? Math.Exp(entry.Weight ?? 0) : entry.Weight ?? 1
                   from e in entry.Source
                   from f in entry.Target
                   where !entry.IsOfNull
                   select new WordPairPrior(e, f, weight / (entry.Source.Length * entry.Target.Length)),
            ],
        };
    }

    private static Entry Parse(string line, LineReader reader)
    {
        string[] fields = line.Contains('\t', StringComparison.Ordinal) ? line.Split('\t') : Words(line);
        if (fields.Length is < 2 or > 3)
        {
            throw new DataException(
                reader.Name, reader.Line, $"'{line}' is not source, tab, target and perhaps tab and weight");
        }

        string weight = fields.Length == 3 ? fields[2] : string.Empty;
        return new Entry(
            Words(fields[0]),
            Words(fields[1]),
            fields.Length < 3 ? null
            : double.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                && value is >= double.MinValue and <= PriorCount.Most
                ? value
                : throw new DataException(reader.Name, reader.Line, $"'{weight}' is not a count"),
            weight,
            reader.Line);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <param name="Source">The source words.</param>
    /// <param name="Target">The target words.</param>
    /// <param name="Weight">The weight; null if the line has none.</param>
    /// <param name="Text">The weight as it stands in the line.</param>
    /// <param name="Line">The number of the line.</param>
    private sealed record Entry(string[] Source, string[] Target, double? Weight, string Text, long Line)
    {
        public bool IsOfNull =>
            Source is [var e] && Target is [var f] && (NullWords.Contains(e) || NullWords.Contains(f));
    }
}
