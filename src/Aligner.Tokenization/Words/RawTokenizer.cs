using Aligner.Tokenization.Copies;

namespace Aligner.Tokenization.Words;

/// <summary>
/// Splits raw text as <see cref="UnicodeTokenizer"/> does, and clitics from their words: English <c>do n't</c> and
/// <c>John 's</c>, French <c>l' homme</c>, Italian <c>dell' anno</c>. Markup, placeholders, codes and addresses stay
/// whole.
/// </summary>
internal sealed class RawTokenizer : ITokenizer
{
    private static readonly UnicodeTokenizer Words = new();

    /// <inheritdoc />
    public string Name => "raw";

    /// <inheritdoc />
    public void Tokenize(ReadOnlySpan<char> text, List<TokenSpan> tokens)
    {
        int done = 0;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            int length = text[start..].IndexOfAny(' ', '\t');
            end = length < 0 ? text.Length : start + length;
            ReadOnlySpan<char> word = text[start..end], code = Verbatim.CodeOf(word);
            if (!code.IsEmpty)
            {
                int place = start + word.IndexOf(code);
                AddWords(text[..place], done, tokens);
                tokens.Add(new TokenSpan(place, code.Length));
                done = place + code.Length;
            }
        }

        AddWords(text, done, tokens);
    }

    /// <summary>Adds the words of the text from a place on.</summary>
    private static void AddWords(ReadOnlySpan<char> text, int from, List<TokenSpan> tokens)
    {
        int first = tokens.Count;
        Words.Tokenize(text[from..], tokens);
        for (int k = first; k < tokens.Count; k++)
        {
            TokenSpan word = new(from + tokens[k].Start, tokens[k].Length);
            int split = Clitics.IndexOfBoundary(text.Slice(word.Start, word.Length));
            tokens[k] = split > 0 ? new TokenSpan(word.Start, split) : word;
            if (split > 0)
            {
                tokens.Insert(++k, new TokenSpan(word.Start + split, word.Length - split));
            }
        }
    }
}
