using System.Text;

namespace Aligner.Tokenization.Pieces;

/// <summary>
/// SentencePiece (Kudo and Richardson 2018): ▁ stands for the blank before a word, also in the middle of a piece.
/// </summary>
internal sealed class SentencePieceConvention : PieceConvention
{
    private const char Blank = '▁';

    public override string Name => "sentencepiece";

    public override string Mark => "▁";

    /// <summary>Every word begins with the mark; words of 20 pieces are rare, but for scripts without blanks.</summary>
    internal override double LeastShare => 0.05;

    internal override bool IsMarked(ReadOnlySpan<char> piece) => piece[0] == Blank;

    private protected override PieceShape Read(ReadOnlySpan<char> piece) =>
        new(0, piece.Length, JoinsLeft: true, JoinsRight: true);

    private protected override void Append(StringBuilder text, ReadOnlySpan<char> spelled)
    {
        int start = text.Length;
        text.Append(spelled);
        text.Replace(Blank, ' ', start, text.Length - start);
    }
}
