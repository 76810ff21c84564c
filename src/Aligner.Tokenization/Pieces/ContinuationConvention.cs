namespace Aligner.Tokenization.Pieces;

/// <summary>subword-nmt (Sennrich, Haddow and Birch 2016): <c>@@</c> ends a piece whose word goes on.</summary>
internal sealed class ContinuationConvention : PieceConvention
{
    private const string Continued = "@@";

    public override string Name => "subword-nmt";

    public override string Mark => Continued;

    /// <summary>With a large vocabulary few words are cut.</summary>
    internal override double LeastShare => 0.005;

    internal override bool IsMarked(ReadOnlySpan<char> piece) => piece.Length > 2 && piece.EndsWith(Continued);

    private protected override PieceShape Read(ReadOnlySpan<char> piece) => IsMarked(piece)
        ? new(0, piece.Length - Continued.Length, JoinsLeft: false, JoinsRight: true)
        : new(0, piece.Length, JoinsLeft: false, JoinsRight: false);
}
