namespace Aligner.Tokenization.Words;

/// <summary>
/// Splits at runs of space and tab and at nothing else: a no-break or ideographic space belongs to its token.
/// </summary>
public sealed class WhitespaceTokenizer : ITokenizer
{
    /// <inheritdoc />
    public string Name => "none";

    /// <inheritdoc />
    public void Tokenize(ReadOnlySpan<char> text, List<TokenSpan> tokens)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is ' ' or '\t')
            {
                if (i > start)
                {
                    tokens.Add(new TokenSpan(start, i - start));
                }

                start = i + 1;
            }
        }

        if (text.Length > start)
        {
            tokens.Add(new TokenSpan(start, text.Length - start));
        }
    }
}
