using Aligner.Tokenization.Words;

namespace Aligner;

/// <summary>Puts spaces between the words that a program's own tokenizers find.</summary>
/// <param name="options">Which tokenizers those are.</param>
internal sealed class SentenceSplitter(WordAlignerOptions options)
{
    private static readonly string Blanks = new WhitespaceTokenizer().Name;

    /// <summary>How the result of <see cref="Split"/> becomes words.</summary>
    public TextOptions Known(TextOptions text) => text with
    {
        SourceTokenizer = options.SourceTokenizer is null ? text.SourceTokenizer : Blanks,
        TargetTokenizer = options.TargetTokenizer is null ? text.TargetTokenizer : Blanks,
    };

    /// <summary>A pair with spaces between words on the sides that have a tokenizer.</summary>
    public (string Source, string Target) Split((string Source, string Target) pair) =>
        (Spaced(options.SourceTokenizer, pair.Source), Spaced(options.TargetTokenizer, pair.Target));

    private static string Spaced(ITokenizer? tokenizer, string sentence) =>
        tokenizer is null ? sentence : string.Join(' ', tokenizer.Split(sentence));
}
