namespace Aligner.Tokenization.Normalization;

/// <summary>The Unicode normalization form (UAX #15) that words are brought to.</summary>
public enum UnicodeForm
{
    /// <summary>As they stand.</summary>
    None,

    /// <summary>Canonical composition: e + U+0301 becomes é.</summary>
    Nfc,

    /// <summary>Compatibility composition: besides, ﬁ becomes fi and full-width forms become ordinary ones.</summary>
    Nfkc,
}
