namespace Aligner.Tokenization.Words;

/// <summary>The tokenizers by name.</summary>
public static class Tokenizers
{
    /// <summary>Stands for the tokenizer that suits the first lines of a text.</summary>
    public const string Auto = "auto";

    /// <summary>Every tokenizer, in the order in which help texts list them.</summary>
    public static IReadOnlyList<TokenizerEntry> All { get; } =
    [
        new(
            new WhitespaceTokenizer(),
            "splits at spaces and tabs: for text that is tokenized already",
            LinkUnits.Words),
        new(
            new UnicodeTokenizer(),
            "words, numbers and punctuation by Unicode word breaks; CJK, Thai… by character",
            LinkUnits.Tokens),
        new(new CharacterTokenizer(), "every character, with its combining marks", LinkUnits.Tokens),
        new(
            new RawTokenizer(),
            "words, numbers, punctuation and clitics within the words of raw text; links count its words",
            LinkUnits.Words),
        new(
            new IcuTokenizer(),
            "as unicode, with the words of Chinese, Japanese, Thai, Lao, Khmer and Burmese by the dictionaries of the "
                + "system's ICU; by character where it has none",
            LinkUnits.Tokens),
    ];

    /// <summary>The tokenizer called <paramref name="name"/>; case counts.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists the names.</exception>
    public static ITokenizer Get(string name) => Entry(name).Tokenizer;

    /// <summary>The entry of the tokenizer called <paramref name="name"/>; case counts.</summary>
    /// <inheritdoc cref="Get" path="/exception" />
    public static TokenizerEntry Entry(string name) =>
        All.FirstOrDefault(entry => entry.Name == name)
        ?? throw new ArgumentException(
            $"unknown tokenizer '{name}': choose from {string.Join(", ", All.Select(entry => entry.Name))}",
            nameof(name));
}
