namespace Aligner.Tokenization.Pieces;

/// <summary>The tokenizer of OpenNMT: ￭ stands on each side on which a piece is joined to its neighbor.</summary>
internal sealed class JoinerConvention : PieceConvention
{
    private const char Joiner = '￭';

    public override string Name => "opennmt";

    public override string Mark => "￭";

    internal override double LeastShare => 0.005;

    internal override bool IsMarked(ReadOnlySpan<char> piece) =>
        piece.Length > 1 && (piece[0] == Joiner || piece[^1] == Joiner);

    private protected override PieceShape Read(ReadOnlySpan<char> piece)
    {
        if (piece is [Joiner])
        {
            return new PieceShape(0, 0, JoinsLeft: true, JoinsRight: true);
        }

        int start = piece[0] == Joiner ? 1 : 0;
        int end = piece[^1] == Joiner ? 1 : 0;
        return new PieceShape(start, piece.Length - start - end, start > 0, end > 0);
    }
}
