using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Statistical.Priors;

namespace Aligner.Statistical.PriorSources;

/// <summary>
/// A bilingual dictionary, an entry a line: source, TAB, target and perhaps TAB and a weight, 1 if absent. The weight
/// of an entry of several words is shared by all pairs of its words.
/// </summary>
public static class DictionaryFormat
{
    /// <exception cref="DataException">A line breaks the format.</exception>
    public static AlignmentPriors Read(LineReader reader)
    {
        List<WordPairPrior> words = [];
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split('\t');
            if (line.Length == 0)
            {
                continue;
            }

            if (fields.Length is < 2 or > 3)
            {
                throw new DataException(
                    reader.Name, reader.Line, $"'{line}' is not source, tab, target and perhaps tab and weight");
            }

            double weight = fields.Length == 3 ? PriorCount.Parse(fields[2], reader) : 1;
            string[] source = fields[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string[] target = fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            words.AddRange(
                from e in source
                from f in target
                select new WordPairPrior(e, f, weight / (source.Length * target.Length)));
        }

        return AlignmentPriors.None with { Words = words };
    }
}
