using Microsoft.ML.Tokenizers;

namespace Aligner.Tokenization.Words;

/// <summary>
/// A tokenizer of Microsoft.ML.Tokenizers (Tiktoken, CodeGen, SentencePiece, Llama, …) as a tokenizer of words.
/// </summary>
/// <remarks>
/// Text is split at spaces and tabs first, and each part is tokenized by itself. What the tokenizer leaves out belongs
/// to the token before it, so that no character is lost. As safe to share between threads as the tokenizer is.
/// </remarks>
/// <param name="tokenizer">The tokenizer.</param>
/// <param name="name">What it is called.</param>
public sealed class TokenizerAdapter(Tokenizer tokenizer, string name) : ITokenizer
{
    private static readonly WhitespaceTokenizer Blanks = new();

    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public void Tokenize(ReadOnlySpan<char> text, List<TokenSpan> tokens)
    {
        List<TokenSpan> parts = [];
        Blanks.Tokenize(text, parts);
        foreach (TokenSpan part in parts)
        {
            Split(text.Slice(part.Start, part.Length), part.Start, tokens);
        }
    }

    private void Split(ReadOnlySpan<char> part, int offset, List<TokenSpan> tokens)
    {
        int start = 0;
        foreach (EncodedToken token in tokenizer.EncodeToTokens(part, out string? normalized))
        {
            int next = PackagePlaces.Of(token, normalized, part).Start;
            if (next > start && next < part.Length && !char.IsSurrogatePair(part[next - 1], part[next]))
            {
                tokens.Add(new TokenSpan(offset + start, next - start));
                start = next;
            }
        }

        tokens.Add(new TokenSpan(offset + start, part.Length - start));
    }
}
