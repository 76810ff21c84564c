namespace Aligner.Tokenization.Normalization;

/// <summary>What makes two spellings one word for a model. The defaults change nothing.</summary>
public sealed record NormalizationOptions
{
    /// <summary>Whether to lower-case, independent of culture.</summary>
    public bool Lowercase { get; init; }

    /// <summary>The Unicode normalization form.</summary>
    public UnicodeForm Form { get; init; }

    /// <summary>
    /// Whether to drop accents, vowel points and other nonspacing marks: é becomes e. A word of nothing else stays.
    /// </summary>
    public bool StripMarks { get; init; }

    /// <summary>
    /// Keep only the first so many text elements (user-perceived characters) of a word, a crude stemmer that helps on
    /// small corpora; 0 keeps the whole word.
    /// </summary>
    public int StemLength { get; init; }

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(StemLength);
        if (!Enum.IsDefined(Form))
        {
            throw new ArgumentOutOfRangeException(nameof(Form), Form, "unknown Unicode form");
        }
    }
}
