namespace Aligner.Tokenization.Subwords.Models;

/// <summary>Splits a segment into pieces of a vocabulary. Holds no state and may be shared between threads.</summary>
internal interface ISubwordModel
{
    /// <summary>The pieces.</summary>
    PieceVocabulary Vocabulary { get; }

    /// <summary>Appends the pieces of <paramref name="segment"/>, well-formed and not empty, in order.</summary>
    void Encode(ReadOnlySpan<char> segment, List<PieceSpan> pieces);
}
