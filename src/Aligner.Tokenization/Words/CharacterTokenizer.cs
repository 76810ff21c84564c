namespace Aligner.Tokenization.Words;

/// <summary>
/// Makes every Unicode scalar value a token, together with the marks and format characters that follow it
/// (UAX #29, WB4). Blanks separate and are no tokens.
/// </summary>
internal sealed class CharacterTokenizer : ITokenizer
{
    /// <inheritdoc />
    public string Name => "char";

    /// <inheritdoc />
    public void Tokenize(ReadOnlySpan<char> text, List<TokenSpan> tokens)
    {
        for (int start = WordBreaks.SkipBlanks(text, 0); start < text.Length;)
        {
            int end = start;
            WordBreaks.ReadCluster(text, ref end);
            tokens.Add(new TokenSpan(start, end - start));
            start = WordBreaks.SkipBlanks(text, end);
        }
    }
}
