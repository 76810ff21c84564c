using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.Models;

/// <summary>A piece and the part of the segment that it stands for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Span">UTF-16 code units of the segment.</param>
internal readonly record struct PieceSpan(int Id, TokenSpan Span);
