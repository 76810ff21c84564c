namespace Aligner.Tokenization.Subwords;

/// <summary>What a model is given: the pieces of one or two sentences with their special tokens.</summary>
public sealed class EncodedSequence
{
    private readonly int[] _typeIds;
    private readonly int[] _sides;

    internal EncodedSequence(EncodedPieces pieces, int[] typeIds, int[] sides) =>
        (Pieces, _typeIds, _sides) = (pieces, typeIds, sides);

    /// <summary>All pieces; word indices and places are those of each one's own sentence.</summary>
    public EncodedPieces Pieces { get; }

    /// <summary>The type (segment) id of each piece.</summary>
    public ReadOnlySpan<int> TypeIds => _typeIds;

    /// <summary>The sentence of each piece: 0 the first, 1 the second, −1 none (special tokens).</summary>
    public ReadOnlySpan<int> Sides => _sides;
}
