namespace Aligner.Tokenization.Units;

/// <summary>What a text is taken for.</summary>
public enum TextKind
{
    /// <summary>Words and punctuation marks are separated by blanks.</summary>
    Tokenized,

    /// <summary>Punctuation marks touch the words, which are separated by blanks.</summary>
    Raw,

    /// <summary>Most of it is in a script that writes no blanks between words, and it is not split.</summary>
    WithoutBlanks,
}
