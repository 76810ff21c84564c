namespace Aligner.Tokenization.Words;

/// <summary>What the indices of links count.</summary>
public enum LinkUnits
{
    /// <summary>The words between blanks: those of the line, or those that its subword pieces spell.</summary>
    Words,

    /// <summary>The tokens that the tokenizer makes of the line; in a line of subword pieces, the pieces.</summary>
    Tokens,

    /// <summary>Unicode code points of the line: a link joins the half-open spans of two tokens.</summary>
    Characters,
}
