namespace Aligner.Applications.Phrases;

/// <summary>A line of a phrase table.</summary>
/// <param name="Source">The source words, with blanks between them.</param>
/// <param name="Target">The target words, likewise.</param>
/// <param name="Links">The most frequent links inside, in target-then-source order: <c>0-0 2-1</c>.</param>
/// <param name="Counts">How often the two phrases were extracted together, and each at all.</param>
/// <param name="Weights">The lexical weights in both directions.</param>
/// <param name="Reordering">How often the pair had each orientation.</param>
public sealed record PhraseTableEntry(
    string Source,
    string Target,
    string Links,
    PhraseCounts Counts,
    LexicalWeights Weights,
    ReorderingCounts Reordering)
{
    /// <summary>φ(s|t): the share of this source phrase among those extracted with the target phrase.</summary>
    public double SourceGivenTarget => (double)Counts.Both / Counts.Target;

    /// <summary>φ(t|s): the share of this target phrase among those extracted with the source phrase.</summary>
    public double TargetGivenSource => (double)Counts.Both / Counts.Source;
}

/// <summary>How often phrases were extracted.</summary>
/// <param name="Both">The two together.</param>
/// <param name="Source">The source phrase, with any target phrase.</param>
/// <param name="Target">The target phrase, with any source phrase.</param>
public readonly record struct PhraseCounts(long Both, long Source, long Target);

/// <summary>
/// Lexical weights: the product over the words of a phrase of the mean probability of the word given each word that it
/// is linked to, or given NULL (Koehn, Och and Marcu 2003, section 4.4).
/// </summary>
/// <param name="SourceGivenTarget">lex(s|t).</param>
/// <param name="TargetGivenSource">lex(t|s).</param>
public readonly record struct LexicalWeights(double SourceGivenTarget, double TargetGivenSource);

/// <summary>
/// How often a phrase pair had each orientation with respect to the target word before it, and to the one after it.
/// </summary>
public readonly record struct ReorderingCounts(
    long PreviousMonotone,
    long PreviousSwap,
    long PreviousDiscontinuous,
    long NextMonotone,
    long NextSwap,
    long NextDiscontinuous)
{
    /// <summary>The counts with one phrase pair more.</summary>
    public ReorderingCounts Plus(Orientation previous, Orientation next) => new(
        PreviousMonotone + One(previous, Orientation.Monotone),
        PreviousSwap + One(previous, Orientation.Swap),
        PreviousDiscontinuous + One(previous, Orientation.Discontinuous),
        NextMonotone + One(next, Orientation.Monotone),
        NextSwap + One(next, Orientation.Swap),
        NextDiscontinuous + One(next, Orientation.Discontinuous));

    private static int One(Orientation orientation, Orientation counted) => orientation == counted ? 1 : 0;
}
