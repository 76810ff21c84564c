using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Storage;

namespace Aligner.Statistical.Directions;

/// <summary>How the lexicon of a directional model is saved.</summary>
internal static class LexiconFormat
{
    private const int MaxFactors = 16;

    /// <summary>Adds the tables of all factors.</summary>
    public static void Write(FactoredLexicon lexicon, SectionWriter sections)
    {
        sections.Add<int>("lexicon/factors", new[] { lexicon.Tables.Count });
        for (int k = 0; k < lexicon.Tables.Count; k++)
        {
            Write(lexicon.Tables[k], sections.Within($"lexicon/{k}/"));
        }
    }

    /// <exception cref="Core.DataException">A section is missing or broken.</exception>
    public static FactoredLexicon Read(SectionReader sections)
    {
        if (sections.Read<int>("lexicon/factors") is not [var factors and >= 1 and <= MaxFactors])
        {
            throw sections.Broken("has a lexicon without tables");
        }

        FactoredLexicon lexicon = new([.. Enumerable.Range(0, factors).Select(
            k => ReadTable(sections.Within($"lexicon/{k}/")))]);
        float floor = lexicon.Tables.Aggregate(1f, (product, table) => product * table.Floor);
        return float.IsNormal(floor)
            ? lexicon
            : throw sections.Broken("has floors of t(f|e) so low that their product vanishes");
    }

    private static void Write(LexicalTable table, SectionWriter sections)
    {
        sections.Add("rows", table.RowStarts);
        sections.Add("columns", table.Columns);
        sections.Add("probabilities", table.Probabilities);
        sections.Add("null", table.NullProbabilities);
        sections.Add<float>("floor", new[] { table.Floor });
        sections.Add("totals", table.Totals);
    }

    private static LexicalTable ReadTable(SectionReader sections)
    {
        try
        {
            LexicalTable table = new(
                sections.Map<int>("rows"),
                sections.Map<int>("columns"),
                sections.Map<float>("probabilities"),
                sections.Map<float>("null"),
                sections.Read<float>("floor").Single(),
                sections.Map<float>("totals"));
            table.Validate();
            return table;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw sections.Broken($"has a broken lexicon: {exception.Message}");
        }
    }
}
