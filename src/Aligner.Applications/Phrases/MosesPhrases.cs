using Aligner.Core.Text;

namespace Aligner.Applications.Phrases;

/// <summary>Writes phrase pairs as Moses does: fields are separated by <c> ||| </c>.</summary>
public static class MosesPhrases
{
    private const string Bars = " ||| ";
    private const string ScoreFormat = "g6";

    /// <summary>
    /// A line of a phrase table: source, target, the four scores φ(s|t) lex(s|t) φ(t|s) lex(t|s), links, the counts of
    /// target, source and both, and two fields that are empty.
    /// </summary>
    public static void WriteEntry(TextOutput output, PhraseTableEntry entry)
    {
        WritePhrases(output, entry.Source, entry.Target);
        WriteNumbers(
            output,
            ScoreFormat,
            entry.SourceGivenTarget,
            entry.Weights.SourceGivenTarget,
            entry.TargetGivenSource,
            entry.Weights.TargetGivenSource);
        output.Write(Bars);
        output.Write(entry.Links);
        output.Write(Bars);
        WriteNumbers(output, default, entry.Counts.Target, entry.Counts.Source, entry.Counts.Both);
        output.WriteLine(" ||| |||");
    }

    /// <summary>
    /// Source, target, and how often the pair was monotone, swapped and discontinuous with respect to the target word
    /// before it, and to the one after it.
    /// </summary>
    public static void WriteReordering(TextOutput output, PhraseTableEntry entry)
    {
        ReorderingCounts counts = entry.Reordering;
        WritePhrases(output, entry.Source, entry.Target);
        WriteNumbers(
            output,
            default,
            counts.PreviousMonotone,
            counts.PreviousSwap,
            counts.PreviousDiscontinuous,
            counts.NextMonotone,
            counts.NextSwap,
            counts.NextDiscontinuous);
        output.WriteLine();
    }

    /// <summary>A line of <c>extract</c>: source, target, links.</summary>
    public static void WriteExtracted(TextOutput output, ExtractedPhrase phrase)
    {
        WritePhrases(output, phrase.Source, phrase.Target);
        output.WriteLine(phrase.Links);
    }

    /// <summary>A line of <c>extract.o</c>: source, target, the orientations before and after.</summary>
    public static void WriteOrientations(TextOutput output, ExtractedPhrase phrase)
    {
        WritePhrases(output, phrase.Source, phrase.Target);
        output.Write(NameOf(phrase.Previous));
        output.Write(' ');
        output.WriteLine(NameOf(phrase.Next));
    }

    private static string NameOf(Orientation orientation) => orientation switch
    {
        Orientation.Monotone => "mono",
        Orientation.Swap => "swap",
        _ => "other",
    };

    private static void WritePhrases(TextOutput output, string source, string target)
    {
        output.Write(source);
        output.Write(Bars);
        output.Write(target);
        output.Write(Bars);
    }

    private static void WriteNumbers<T>(TextOutput output, ReadOnlySpan<char> format, params ReadOnlySpan<T> numbers)
        where T : IUtf8SpanFormattable
    {
        for (int k = 0; k < numbers.Length; k++)
        {
            if (k > 0)
            {
                output.Write(' ');
            }

            output.Write(numbers[k], format);
        }
    }
}
