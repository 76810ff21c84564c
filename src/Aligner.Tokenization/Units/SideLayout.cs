using Aligner.Tokenization.Pieces;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Units;

/// <summary>How the lines of one side are read: chosen once, from options or from the first lines.</summary>
/// <param name="Kind">What the lines are taken for; null where the options say how to read them.</param>
/// <param name="Tokenizer">What makes tokens of the words.</param>
/// <param name="Pieces">How the line is cut into subword pieces; null if it is not.</param>
/// <param name="Units">What links count.</param>
public sealed record SideLayout(
    TextKind? Kind, TokenizerEntry Tokenizer, PieceConvention? Pieces, LinkUnits Units)
{
    /// <summary>Whether the tokens are the words between blanks of the line, and links count these.</summary>
    public bool IsPlain => SplitsAtBlanks && Pieces is null && Units != LinkUnits.Characters;

    /// <summary>What links count where nothing else is asked for.</summary>
    public LinkUnits DefaultUnits => Pieces is null ? Tokenizer.Units : LinkUnits.Tokens;

    /// <summary>Whether links count the tokens that aligners see.</summary>
    internal bool CountsTokens => Units switch
    {
        LinkUnits.Words => SplitsAtBlanks,
        LinkUnits.Tokens => Pieces is null,
        _ => true,
    };

    private bool SplitsAtBlanks => Tokenizer.Tokenizer is WhitespaceTokenizer;
}
