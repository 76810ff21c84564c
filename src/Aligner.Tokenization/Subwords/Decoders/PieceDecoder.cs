namespace Aligner.Tokenization.Subwords.Decoders;

/// <summary>A step from spelled pieces back to text: takes the spellings and gives others, joined at the end.</summary>
internal delegate IReadOnlyList<string> PieceDecoder(IReadOnlyList<string> pieces);
