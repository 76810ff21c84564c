using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Models;

/// <summary>How a lexical table is saved.</summary>
internal static class LexicalTableFormat
{
    public static void Write(LexicalTable table, SectionWriter sections)
    {
        sections.Add("lexicon/rows", table.RowStarts);
        sections.Add("lexicon/columns", table.Columns);
        sections.Add("lexicon/probabilities", table.Probabilities);
        sections.Add("lexicon/null", table.NullProbabilities);
        sections.Add<float>("lexicon/floor", new[] { table.Floor });
    }

    /// <exception cref="Core.DataException">A section is missing or broken.</exception>
    public static LexicalTable Read(SectionReader sections)
    {
        try
        {
            return new LexicalTable(
                sections.Read<int>("lexicon/rows"),
                sections.Read<int>("lexicon/columns"),
                sections.Read<float>("lexicon/probabilities"),
                sections.Read<float>("lexicon/null"),
                sections.Read<float>("lexicon/floor").Single());
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw sections.Broken($"has a broken lexicon: {exception.Message}");
        }
    }
}
