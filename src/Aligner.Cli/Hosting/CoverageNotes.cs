using Aligner.Statistical.Coverage;

namespace Aligner.Cli.Hosting;

/// <summary>
/// Says in one line how much of what is known before is used: a note where it is little or a mistake explains it, and a
/// detail otherwise.
/// </summary>
internal static class CoverageNotes
{
    /// <summary>
    /// Less is little. Vectors are sought by several spellings of a word, so that many are never found.
    /// </summary>
    private const double LeastShare = 0.5, LeastShareOfSpellings = 0.3;

    /// <summary>Says how many word pairs of the priors come in the text.</summary>
    public static void OfPriors(Messages messages, WordCoverage pairs)
    {
        string otherwise = pairs.Cause is { } cause
            ? FormattableString.Invariant($" ({pairs.Explained:N0} if {Explain(cause, "the priors")})")
            : "";
        Say(messages, pairs.Known < LeastShare * pairs.Count || otherwise != "", FormattableString.Invariant(
            $"priors: {pairs.Known:N0} of {pairs.Count:N0} word pairs occur in the text{otherwise}"));
    }

    /// <summary>Says how many words of a text a saved model knows.</summary>
    public static void OfModel(Messages messages, ModelCoverage coverage)
    {
        if (coverage.Source.Count > 0 || coverage.Target.Count > 0)
        {
            WordCoverage[] sides = [coverage.Source, coverage.Target];
            Say(
                messages,
                sides.Any(words => words.Known < LeastShare * words.Count || words.Cause is not null),
                $"known to the model: {Share(coverage.Source)} of the source words, "
                    + $"{Share(coverage.Target)} of the target words");
        }
    }

    /// <summary>Says how many words have vectors.</summary>
    public static void OfVectors(Messages messages, string path, int known, int count) => Say(
        messages,
        known < LeastShareOfSpellings * count,
        FormattableString.Invariant($"{path}: vectors for {known:N0} of {count:N0} spellings of the text"));

    private static void Say(Messages messages, bool isRemarkable, string text)
    {
        if (isRemarkable)
        {
            messages.Note(text);
        }
        else
        {
            messages.Detail(text);
        }
    }

    private static string Share(WordCoverage words)
    {
        string otherwise = words.Cause is { } cause
            ? $" ({Percent(words.Explained, words.Count)} if {Explain(cause, "the model")})"
            : "";
        return Percent(words.Known, words.Count) + otherwise;
    }

    private static string Percent(long part, long whole) =>
        FormattableString.Invariant($"{100.0 * part / Math.Max(1, whole):0}%");

    private static string Explain(CoverageCause cause, string what) => cause switch
    {
        CoverageCause.Exchanged => "source and target are exchanged",
        CoverageCause.Case => $"the case of {what} is ignored",
        CoverageCause.ExchangedCase => $"source and target are exchanged and the case of {what} is ignored",
        _ => "punctuation is split from the words: see --tokenizer",
    };
}
