using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Words;

/// <summary>Texts for properties: short, and made of what tokenizers stumble over.</summary>
internal static class TokenizerTestText
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "é", "e\u0301", "ж", "ß", "0", "7", "٣", ".", ",", ":", "'", "\"", "_", "-", "(", "€", "’", "·",
        " ", "  ", "\t", "\u00A0", "\u2009", "\u202F", "\u3000", "\u0085", "\u2028", "\r", "\u200B", // blanks
        "\u0301", "\u0308", "\u200C", "\u200D", "\u200E", "\u00AD", "\uFEFF", "\uFE0F", // marks, format characters
        "א", "״", "日", "本", "々", "の", "タ", "ー", "ภ", "า", "ก์", "한", "क", "ि",
        "👩", "❤", "🏽", "🇫", "🇷", "𝔸", "𠀀", "\uD800", "\uDC00", "\0", "\u0001", "\uE000", "\uFFFE", "\uFFFD",
    ];

    public static Arbitrary<string> Any { get; } =
        Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    public static Config Seeded { get; } = Config.QuickThrowOnFailure.WithReplay(20240229, 17).WithMaxTest(500);
}
