namespace Aligner.Tokenization.Words;

/// <summary>
/// Splits a text into tokens. Tokenizers hold no state and may be shared between threads; no text, not even one with
/// lone surrogates, is an error.
/// </summary>
public interface ITokenizer
{
    /// <summary>The name it is chosen by, for example <c>unicode</c>.</summary>
    string Name { get; }

    /// <summary>Appends the tokens of <paramref name="text"/> in order.</summary>
    /// <param name="text">A line without its ending.</param>
    /// <param name="tokens">
    /// Receives spans of <paramref name="text"/>: ascending, not empty, not overlapping, with nothing but blanks
    /// outside them.
    /// </param>
    void Tokenize(ReadOnlySpan<char> text, List<TokenSpan> tokens);
}
