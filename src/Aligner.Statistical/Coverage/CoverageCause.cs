namespace Aligner.Statistical.Coverage;

/// <summary>Why knowledge and a text may not fit together.</summary>
public enum CoverageCause
{
    /// <summary>Source and target are exchanged.</summary>
    Exchanged,

    /// <summary>One has capital letters where the other has none.</summary>
    Case,

    /// <summary>Source and target are exchanged, and the case differs.</summary>
    ExchangedCase,

    /// <summary>One has punctuation attached to words where the other has none.</summary>
    Punctuation,
}
