namespace Aligner.Tokenization.Words;

/// <summary>What follows from <see cref="ITokenizer.Tokenize"/>.</summary>
public static class TokenizerExtensions
{
    /// <summary>The tokens of <paramref name="text"/> as strings.</summary>
    public static IReadOnlyList<string> Split(this ITokenizer tokenizer, string text)
    {
        List<TokenSpan> spans = [];
        tokenizer.Tokenize(text, spans);
        return spans.ConvertAll(span => text.Substring(span.Start, span.Length));
    }
}
