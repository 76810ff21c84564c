namespace Aligner.Tokenization.Pieces;

/// <summary>Byte-pair encoding as first published: <c>&lt;/w&gt;</c> ends the last piece of each word.</summary>
internal sealed class EndOfWordConvention : PieceConvention
{
    private const string End = "</w>";

    public override string Name => "end-of-word";

    public override string Mark => End;

    /// <summary>Every word ends with the mark.</summary>
    internal override double LeastShare => 0.05;

    internal override bool IsMarked(ReadOnlySpan<char> piece) => piece.EndsWith(End);

    private protected override PieceShape Read(ReadOnlySpan<char> piece) => IsMarked(piece)
        ? new(0, piece.Length - End.Length, JoinsLeft: false, JoinsRight: false)
        : new(0, piece.Length, JoinsLeft: false, JoinsRight: true);
}
