namespace Aligner.Tokenization.Words;

/// <summary>
/// Splits raw text as <see cref="UnicodeTokenizer"/> does, and clitics from their words: English <c>do n't</c> and
/// <c>John 's</c>, French <c>l' homme</c>, Italian <c>dell' anno</c>.
/// </summary>
internal sealed class RawTokenizer : ITokenizer
{
    private static readonly UnicodeTokenizer Words = new();

    /// <inheritdoc />
    public string Name => "raw";

    /// <inheritdoc />
    public void Tokenize(ReadOnlySpan<char> text, List<TokenSpan> tokens)
    {
        int first = tokens.Count;
        Words.Tokenize(text, tokens);
        if (text.IndexOfAny('\'', '’') < 0)
        {
            return;
        }

        for (int k = first; k < tokens.Count; k++)
        {
            TokenSpan word = tokens[k];
            int split = Clitics.IndexOfBoundary(text.Slice(word.Start, word.Length));
            if (split > 0)
            {
                tokens[k] = new TokenSpan(word.Start, split);
                tokens.Insert(++k, new TokenSpan(word.Start + split, word.Length - split));
            }
        }
    }
}
