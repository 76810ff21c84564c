using Aligner.Tokenization.Words;
using Microsoft.ML.Tokenizers;

namespace Aligner.Tokenization.Subwords.Models;

/// <summary>The pieces of a tokenizer of Microsoft.ML.Tokenizers.</summary>
/// <param name="tokenizer">The tokenizer.</param>
/// <param name="vocabulary">Its pieces.</param>
internal sealed class PackageModel(Tokenizer tokenizer, PieceVocabulary vocabulary) : ISubwordModel
{
    public PieceVocabulary Vocabulary => vocabulary;

    public void Encode(ReadOnlySpan<char> segment, List<PieceSpan> pieces)
    {
        foreach (EncodedToken token in tokenizer.EncodeToTokens(segment, out string? normalized))
        {
            pieces.Add(new PieceSpan(token.Id, PackagePlaces.Of(token, normalized, segment)));
        }
    }
}
