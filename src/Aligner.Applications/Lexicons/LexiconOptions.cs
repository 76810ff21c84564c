namespace Aligner.Applications.Lexicons;

/// <summary>What a lexicon counts.</summary>
public sealed record LexiconOptions
{
    /// <summary>Whether words that differ in their case are one word, written in lower case; default false.</summary>
    public bool Lowercase { get; init; }

    /// <summary>
    /// The lemma of each source word that has one; null, the default, keeps words as they are. With
    /// <see cref="Lowercase"/>, words are looked up in lower case.
    /// </summary>
    public IReadOnlyDictionary<string, string>? SourceLemmas { get; init; }

    /// <summary>The same for the target side.</summary>
    public IReadOnlyDictionary<string, string>? TargetLemmas { get; init; }

    /// <summary>
    /// Most words on a side. 1, the default, counts links. More counts consistent phrase pairs whose first and last
    /// words are linked.
    /// </summary>
    public int MaxPhraseLength { get; init; } = 1;

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Validate() => ArgumentOutOfRangeException.ThrowIfLessThan(MaxPhraseLength, 1);
}
