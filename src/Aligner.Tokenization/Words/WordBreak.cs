namespace Aligner.Tokenization.Words;

/// <summary>
/// Word_Break property values of UAX #29, as far as tokenizing needs to tell them apart. Line ends and blanks are one,
/// and Katakana is <see cref="Other"/>.
/// </summary>
internal enum WordBreak : byte
{
    Other,
    Blank,
    Extend,
    Format,
    Letter,
    HebrewLetter,
    Numeric,
    ExtendNumLet,
    MidLetter,
    MidNum,
    MidNumLet,
    SingleQuote,
    DoubleQuote,
    RegionalIndicator,

    /// <summary>Stands for Extended_Pictographic: what a zero-width joiner may join on (WB3c).</summary>
    Pictograph,
}
