namespace Aligner.Tokenization.Pieces;

/// <summary>WordPiece, as BERT writes it: <c>##</c> begins a piece that goes on with a word.</summary>
internal sealed class WordPieceConvention : PieceConvention
{
    private const string Continuing = "##";

    public override string Name => "wordpiece";

    public override string Mark => Continuing;

    /// <summary>With a large vocabulary few words are cut.</summary>
    internal override double LeastShare => 0.005;

    internal override bool IsMarked(ReadOnlySpan<char> piece) =>
        piece.Length > 2 && piece.StartsWith(Continuing) && piece[2] != '#';

    private protected override PieceShape Read(ReadOnlySpan<char> piece) => IsMarked(piece)
        ? new(Continuing.Length, piece.Length - Continuing.Length, JoinsLeft: true, JoinsRight: false)
        : new(0, piece.Length, JoinsLeft: false, JoinsRight: false);
}
