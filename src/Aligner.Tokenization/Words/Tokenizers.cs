namespace Aligner.Tokenization.Words;

/// <summary>The tokenizers by name.</summary>
public static class Tokenizers
{
    /// <summary>Every tokenizer, in the order in which help texts list them.</summary>
    public static IReadOnlyList<TokenizerEntry> All { get; } =
    [
        new(new WhitespaceTokenizer(), "splits at spaces and tabs: for text that is tokenized already"),
        new(new UnicodeTokenizer(), "words, numbers and punctuation by Unicode word breaks; CJK, Thai… by character"),
        new(new CharacterTokenizer(), "every character, with its combining marks"),
    ];

    /// <summary>The tokenizer called <paramref name="name"/>; case counts.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists the names.</exception>
    public static ITokenizer Get(string name) =>
        All.FirstOrDefault(entry => entry.Name == name)?.Tokenizer
        ?? throw new ArgumentException(
            $"unknown tokenizer '{name}': choose from {string.Join(", ", All.Select(entry => entry.Name))}",
            nameof(name));
}
